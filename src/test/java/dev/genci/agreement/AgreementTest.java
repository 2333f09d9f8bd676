package dev.genci.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.manifest.Location;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.testing.Manifests;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nox and the manifest mean the same though they write it differently, and what is said where. */
class AgreementTest {
    private static NoxSession session(String session, String name, @Nullable String python) {
        return new NoxSession(session, name, "", python, true, List.of());
    }

    private static List<String> differences(String manifest, NoxSession... sessions) {
        return Agreement.differences(
                        Manifests.analyses(manifest).get(0), new NoxListing(Arrays.asList(sessions)), Location.NOXFILE)
                .stream()
                .map(Difference::finding)
                .map(Manifests::line)
                .toList();
    }

    private static String sessions(String lines) {
        return Manifests.withFlags("sessions:\n" + lines);
    }

    /** A job has one interpreter, and nox looks for one: {@code 3} is any. What nox cannot run on, it is forced to take. */
    @ParameterizedTest
    @CsvSource({
        "3.12, , true",
        "3.12, 3.12, true",
        "3.12, 3, true",
        "3.12, 3.1, false",
        "3.13, 3.12, false",
        "3.12, python3.12, true",
        "3.12, cpython3.12, true",
        "python3.12, 3.12, true",
        "3.15-dev, 3.15, true",
        "pypy3.11, pypy-3.11, true",
        "pypy3.11, 3.11, true",
    })
    void interpretersOfOneRow(String job, @Nullable String nox, boolean same) {
        List<String> found =
                differences(sessions("  t: {purpose: Test, python: \"" + job + "\"}\n"), session("t", "t", nox));
        if (same) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .containsExactly("4:30 error [python-differs] the noxfile does not run \"t\" on Python " + job);
        }
    }

    @Test
    void aRowWithParametersForSeveralInterpreters() {
        assertThat(differences(
                        sessions("  t: {purpose: Test, parametrize: {db: [lite]}}\n"),
                        session("t-3.12(db='lite')", "t", "3.12"),
                        session("t-3.13(db='lite')", "t", "3.13")))
                .containsExactly("4:3 error [python-form] the noxfile lists 2 Pythons for \"t\", so nox does not know"
                        + " \"t(db='lite')\"");
    }

    /** With --force-python, nox lists the session for that interpreter alone. */
    @Test
    void aForcedInterpreterTakesThePlaceOfAllThatTheNoxfileLists() {
        assertThat(differences(
                        sessions("  t: {purpose: Test, python: [\"3.14\"], python-by: force}\n"),
                        session("t-3.12", "t", "3.12"),
                        session("t-3.13", "t", "3.13")))
                .isEmpty();
    }

    @Test
    void aManifestOnOneLineHasPlacesToo() {
        assertThat(differences(
                        "{version: 1, defaults: {ci: true, parallel-safe: true}, sessions: {t: {purpose: x, python:"
                                + " [\"3.11\", \"3.12\"]}}}\n",
                        session("t-3.12", "t", "3.12")))
                .containsExactly("1:93 error [python-differs] the noxfile does not run \"t\" on Python 3.11");
    }

    /** A noxfile with an interpreter twice in its list. */
    @Test
    void aSessionIsNoClashWithItself() {
        assertThat(differences(
                        sessions("  t: {purpose: Test, python: [\"3.12\"]}\n"),
                        session("t-3.12", "t", "3.12"),
                        session("t-3.12", "t", "3.12")))
                .containsExactly(
                        "4:3 note [several-sessions] nox runs 2 sessions in the row \"t-3.12\", one after another");
    }

    @Test
    void aCommandMayHaveTheNameOfASession() {
        assertThat(differences(
                        sessions("  t: {purpose: Test, run: make test}\n  u: {purpose: Test, run: make, ci: false}\n"),
                        session("t-3.12", "t", "3.12"),
                        session("u", "u", null)))
                .containsExactly("5:3 note [not-in-ci] CI does not run these sessions of the noxfile: u");
    }

    /** Calls by tag are calls of nox: the entry is not the session that has its name. */
    @Test
    void anEntryThatCallsByTagStandsForNoSession() {
        assertThat(differences(
                        sessions("  check: {purpose: Check, ci: false, calls: [{tag: gate}]}\n"),
                        tagged("check"),
                        tagged("lint", "gate")))
                .containsExactlyInAnyOrder(
                        "4:3 warning [unlisted-session] the manifest lacks a session of the noxfile: check",
                        "4:3 note [not-in-ci] CI does not run these sessions of the noxfile: lint");
    }

    /** A tag of the manifest means all rows. */
    @Test
    void aTagThatOnlySomeSessionsHaveIsNotMissing() {
        assertThat(differences(
                        sessions("  t: {purpose: Test, python: [\"3.12\", \"3.13\"]}\n"),
                        new NoxSession("t-3.12", "t", "", "3.12", true, List.of("slow", "both")),
                        new NoxSession("t-3.13", "t", "", "3.13", true, List.of("both", "quick"))))
                .containsExactly(
                        "4:3 note [unlisted-tag] the noxfile gives \"t\" the tag both, and the manifest does not");
    }

    private static NoxSession tagged(String name, String... tags) {
        return new NoxSession(name, name, "", null, true, List.of(tags));
    }
}
