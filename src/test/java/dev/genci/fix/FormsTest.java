package dev.genci.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How people write manifests: what comes, comes in their form, and nothing else changes. */
class FormsTest {
    private static final String HEAD = "version: 1\ndefaults: {ci: true, parallel-safe: true}\n";
    private static final String NEW =
            "# New in the noxfile. Should CI run it? Then ci: true. Must it wait for others, or run alone?\n";

    /** Sessions as {@code nox -s} takes them; what is after a dash is a version if it begins with a digit. */
    private static NoxListing listing(String... sessions) {
        List<NoxSession> all = new ArrayList<>();
        for (String session : sessions) {
            String word = session.replaceFirst("\\(.*", "");
            int dash = word.lastIndexOf('-');
            boolean isVersion = dash > 0 && Character.isDigit(word.charAt(dash + 1));
            String name = isVersion ? word.substring(0, dash) : word;
            @Nullable String python = isVersion ? word.substring(dash + 1) : null;
            all.add(new NoxSession(session, name, "Does " + name + ".", python, true, List.of()));
        }
        return new NoxListing(all);
    }

    private static String fixed(String text, String... sessions) {
        ManifestFix.Fixed fixed = Listings.fix(HEAD + text, listing(sessions));
        assertThat(fixed.file().text()).startsWith(HEAD);
        assertThat(Listings.fix(fixed.file().text(), listing(sessions)).file().text())
                .isEqualTo(fixed.file().text());
        return fixed.file().text().substring(HEAD.length());
    }

    private static List<String> left(String text, String... sessions) {
        return Listings.fix(HEAD + text, listing(sessions)).results().stream()
                .filter(result -> !result.fixed())
                .map(result -> result.place().line() + ": " + result.what())
                .toList();
    }

    @Test
    void anAliasIsReplacedWhereItStands() {
        String alias = "it cannot be edited without changing something else, such as what an alias stands for";
        String text = """
                sessions:
                  a: {purpose: A, python: &v ["3.11", "3.12"]}
                  b: {purpose: B, python: *v} # the same
                """;
        assertThat(fixed(text, "a-3.11", "a-3.12", "b-3.13")).isEqualTo(text.replace("*v", "[\"3.13\"]"));
        assertThat(fixed(text, "a-3.13", "b-3.11", "b-3.12")).isEqualTo(text);
        assertThat(left(text, "a-3.13", "b-3.11", "b-3.12"))
                .containsExactly("4: \"a\": " + alias, "4: \"a\": " + alias);
        assertThat(fixed(text, "a-3.13", "b-3.13"))
                .isEqualTo(text.replace("*v", "[\"3.13\"]").replace("\"3.11\", \"3.12\"", "\"3.13\""));
    }

    @Test
    void whatIsMergedInGetsAFieldOfItsOwn() {
        String text = """
                sessions:
                  a: &a
                    purpose: A
                    python: ["3.11"]
                  b:
                    <<: *a
                    tags: [x]
                  c: {<<: *a, purpose: C}
                """;
        assertThat(fixed(text, "a-3.11", "b-3.12", "c-3.13"))
                .isEqualTo(text.replace("    <<: *a\n", "    python: [\"3.12\"]\n    <<: *a\n")
                        .replace("purpose: C", "purpose: C, python: [\"3.13\"]"));
    }

    @Test
    void bracesBehindAnAnchorHaveTheirSpace() {
        String text = """
                sessions:
                  a: &a {purpose: A}
                  b: &b { <<: *a, tags: [x] }
                """;
        assertThat(fixed(text, "a", "b-3.12")).isEqualTo(text.replace("&b {", "&b { python: [\"3.12\"],"));
    }

    @Test
    void aListInLinesMayEndInABracket() {
        String text = """
                sessions:
                  t:
                    purpose: T
                    parametrize:
                      - a=[1]
                """;
        assertThat(fixed(text, "t(a=[1])", "t(a=[2])")).isEqualTo(text + "      - \"a=[2]\"\n");
    }

    @Test
    void commentsInListsStay() {
        String flow = """
                sessions:
                  a:
                    purpose: A
                    python: [
                      "3.10", # the oldest

                      "3.11",   # the usual one
                      "3.12"
                    ] # all
                """;
        assertThat(fixed(flow, "a-3.11", "a-3.12")).isEqualTo(flow.replace("\"3.10\", # the oldest", "# the oldest"));
        assertThat(fixed(flow, "a-3.10", "a-3.12")).isEqualTo(flow.replace("\"3.11\",   # the usual", "# the usual"));
        assertThat(fixed(flow, "a-3.10", "a-3.13", "a-3.12")).isEqualTo(flow.replace("3.11", "3.13"));
        assertThat(left(flow, "a-3.10", "a-3.11")).singleElement().asString().contains("spoiling a comment");
        String block = """
                sessions:
                    a:
                        purpose: A
                        python:
                        # The oldest.
                        - "3.10"
                        - '3.11' # the usual one
                        - "3.12"
                """;
        assertThat(fixed(block, "a-3.10", "a-3.12", "a-3.13"))
                .isEqualTo(block.replace("- '3.11' #", "#") + "        - '3.13'\n");
        assertThat(fixed(block.stripTrailing(), "a-3.10", "a-3.11"))
                .isEqualTo(block.replace("        - \"3.12\"\n", "").stripTrailing());
    }

    @Test
    void aNewEntryIsWrittenAsItsNeighbours() {
        String spaced = """
                sessions:

                       # First of all.
                       "a":	{ purpose: A }	# a tab

                       # The second.
                       c:
                          purpose: C
                          # the end of c

                # The end.
                """;
        String comment = "       " + NEW;
        assertThat(fixed(spaced, "a", "b", "c", "d"))
                .isEqualTo(spaced.replace(
                                "# a tab\n", "# a tab\n\n" + comment + "       b: { purpose: Does b., ci: false }\n")
                        .replace(
                                "# the end of c\n",
                                "# the end of c\n\n" + comment
                                        + "       d:\n          purpose: Does d.\n          ci: false\n"));
        assertThat(fixed(spaced, "z", "a", "c"))
                .isEqualTo(spaced.replace(
                        "       # First", comment + "       z: { purpose: Does z., ci: false }\n\n       # First"));
    }

    @Test
    void orderThatIsNotTheNoxfilesIsNoOrder() {
        String text = """
                sessions:
                  c: {purpose: C}
                  a: {purpose: A}
                """;
        assertThat(fixed(text, "a", "b", "c")).isEqualTo(text + "  " + NEW + "  b: {purpose: Does b., ci: false}\n");
    }

    @Test
    void aNameThatIsTakenIsNotTakenAgain() {
        String text = """
                sessions:
                  a: {purpose: A, calls: [b]}
                """;
        assertThat(fixed(text, "a", "b", "c-3.12")).endsWith("""
                          a-2: {purpose: Does a., session: a, ci: false}
                          c: {purpose: Does c., ci: false, python: ["3.12"]}
                        """);
    }

    @Test
    void aSessionIsRenamedWhereverItIsNamed() {
        String text = """
                final-job: all
                sessions:
                  build-it: {purpose: Build it, artifacts: {upload: {path: "build-it"}}}
                  'tests': {purpose: build-it, needs: ["build-it"], artifacts: {download: build-it}}
                  slow: {purpose: Slow, session: tests, parametrize: [a=1], posargs: [tests], after: [{run: tests}]}
                  both: {purpose: Both, calls: [tests, {nox: tests, posargs: [-x]}], needs: [tests]}
                  all: {purpose: All, members: [build-it, tests, slow, both]}
                """;
        assertThat(fixed(text, "build_it", "tests", "tests(a=1)"))
                .isEqualTo(text.replace("  build-it:", "  build_it:")
                        .replace("[\"build-it", "[\"build_it")
                        .replace("download: build-it", "download: build_it")
                        .replace("[build-it", "[build_it"));
        assertThat(fixed(text, "build-it", "test", "test(a=1)"))
                .isEqualTo(text.replace("'tests'", "'test'")
                        .replace("session: tests", "session: test")
                        .replace("calls: [tests, {nox: tests", "calls: [test, {nox: test")
                        .replace("needs: [tests", "needs: [test")
                        .replace("build-it, tests", "build-it, test"));
    }

    @Test
    void whatMayBeSeveralThingsIsLeft() {
        String text = """
                sessions:
                  test: {purpose: Test}
                  style: {purpose: Lint, session: lnt}
                  lnit: {purpose: Lint}
                  docs: {purpose: Docs, python: ["3.12", "3.13"]}
                  c: {purpose: C, python: "3.11"}
                  d: {purpose: D, session: c, python: "3.13"}
                  e: {purpose: E, calls: [f]}
                  g: {purpose: G}
                """;
        assertThat(left(text, "test-a", "test-b", "lint", "docs", "c-3.12", "c-3.13", "f-3.12", "f-3.13", "g"))
                .containsExactly(
                        "4: \"test\" may be one of test-a, test-b",
                        "5: \"style\": another entry may be \"lint\", too",
                        "6: \"lnit\": another entry may be \"lint\", too",
                        "7: \"docs\": which of 3.12, 3.13 it should run on is a person's choice: the noxfile names none",
                        "8: \"c\": other entries run the session, too: which of the Pythons this one has is a person's"
                                + " choice",
                        "9: \"d\": with that, lint would say: the name \"c\" makes nox run \"c-3.13\", which needs another"
                                + " interpreter than the job's",
                        "10: \"e\": the entry calls nox several times: which call it is for is a person's choice",
                        "11: \"test-b\": it may be the new name of \"test\"");
    }
}
