package dev.genci.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.agreement.Agreement;
import dev.genci.agreement.Difference;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.manifest.Location;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.testing.Manifests;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first manifest agrees with the noxfile that it was made of. */
class FirstManifestTest {
    private static NoxSession session(String session, String name, @Nullable String python) {
        return new NoxSession(session, name, "What it does.", python, true, List.of());
    }

    private static String agreeing(NoxSession... sessions) {
        NoxListing listing = new NoxListing(Arrays.asList(sessions));
        String text = FirstManifest.of(listing).text();
        assertThat(Difference.findings(
                        Agreement.differences(Manifests.analyses(text).get(0), listing, Location.NOXFILE)))
                .filteredOn(found -> !found.rule().id().equals("not-in-ci"))
                .map(Diagnostic::message)
                .isEmpty();
        return text.substring(text.indexOf("\nsessions:\n") + 1);
    }

    /** nox calls this interpreter by its Python, setup-python by its own release. */
    @ParameterizedTest
    @ValueSource(strings = {"graalpy3.11", "pypy-3.11"})
    void whatNoJobCanHaveIsNotInCi(String python) {
        assertThat(agreeing(session("t-3.12", "t", "3.12"), session("t-" + python, "t", python)))
                .isEqualTo("""
                        sessions:
                          t:
                            purpose: What it does.
                            python: ["3.12"]
                          t-2:
                            purpose: What it does.
                            session: t
                            ci: false # CI has no interpreter of that name: how does setup-python call it?
                            python: [%s]
                        """.formatted(python));
    }

    /** nox also takes a range, or a path: none is a version that a job could set up. */
    @ParameterizedTest
    @ValueSource(strings = {">=3.11,<3.14", "/opt/python/bin/python3"})
    void whatIsNoVersionIsAskedFor(String python) {
        assertThat(agreeing(session("t", "t", python), session("u", "u", null))).isEqualTo("""
                        sessions:
                          t:
                            purpose: What it does.
                            ci: false # Which Python of "%s" should CI set up? Write it as python.
                          u:
                            purpose: What it does.
                        """.formatted(python));
    }

    @Test
    void parametersThatDependOnTheInterpreterAreSeveralEntries() {
        assertThat(agreeing(
                        session("t-3.12(a='1')", "t", "3.12"),
                        session("t-3.13(a='1')", "t", "3.13"),
                        session("t-3.13(a='2')", "t", "3.13")))
                .isEqualTo("""
                        sessions:
                          t:
                            purpose: What it does.
                            python: ["3.12"]
                            parametrize:
                              a: ["1"]
                          t-2:
                            purpose: What it does.
                            session: t
                            python: ["3.13"]
                            parametrize:
                              a: ["1", "2"]
                        """);
    }

    @Test
    void sessionsWithoutDescriptionAreCounted() {
        FirstManifest manifest = FirstManifest.of(new NoxListing(List.of(
                session("a", "a", null),
                new NoxSession("b", "b", " \n", null, true, List.of()),
                new NoxSession("c", "c", "", null, false, List.of()))));
        assertThat(manifest.entries()).isEqualTo(3);
        assertThat(manifest.nameless()).isEqualTo(2);
        assertThat(manifest.text()).contains("    purpose: Run nox -s b # What is it for?\n");
    }
}
