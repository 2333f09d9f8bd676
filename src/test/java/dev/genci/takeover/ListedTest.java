package dev.genci.takeover;

import static dev.genci.takeover.Taking.diagnostics;
import static dev.genci.takeover.Taking.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genci.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** Rows that a run makes of what nox lists are written out. */
class ListedTest {
    private static String manifest(String lists, String matrix, String commands) {
        String text = taken("on: push\njobs:\n  list:\n    runs-on: ubuntu-24.04\n"
                        + "    outputs: {all: \"${{ steps.names.outputs.sessions }}\", quick: \"${{ steps.names.outputs.quick }}\"}\n"
                        + "    steps:\n      - id: names\n        run: |\n" + lists.indent(10)
                        + "  job:\n    needs: list\n    runs-on: ${{ matrix.os }}\n    strategy:\n      matrix:\n"
                        + matrix.indent(8) + "    steps:\n" + commands.indent(6))
                .text();
        assertThat(diagnostics(text)).noneMatch(Diagnostic::isError);
        return text.substring(text.indexOf("\nsessions:\n"));
    }

    /** One job may list for several others: each reads its output. */
    @Test
    void anOutputHasWhatItsCommandLists() {
        String sessions = manifest(
                """
                echo sessions=$(nox --json -l -s lint web) >> "$GITHUB_OUTPUT"
                echo quick=$(nox --json -l -s types) >> "$GITHUB_OUTPUT"
                """,
                "os: [ubuntu-24.04]\nsession: \"${{ fromJson(needs.list.outputs.all) }}\"\n",
                "- run: nox -s \"${{ matrix.session }}\"\n");
        assertThat(sessions)
                .contains("  lint:\n    purpose: Check.\n    tags:")
                .contains("  web:\n    purpose: Try.\n    parametrize:")
                .contains("  types:\n    purpose: Check types.\n    ci: false\n");
    }

    /** An output may be mentioned twice, and its name be the end of another's. */
    @Test
    void eachOutputCountsOnceAndAlone() {
        String sessions = manifest("""
                echo allquick=$(nox --json -l -s lint web) >> "$GITHUB_OUTPUT"
                echo quick=$(nox --json -l -s types) >> "$GITHUB_OUTPUT"
                """, """
                os: [ubuntu-24.04]
                session: "${{ needs.list.outputs.quick && fromJson(needs.list.outputs.quick) }}"
                """, "- run: nox -s \"${{ matrix.session }}\"\n");
        assertThat(sessions)
                .contains("  types:\n    purpose: Check types.\n", "  lint:\n    purpose: Check.\n    ci: false\n")
                .doesNotContain("not taken over");
    }

    @Test
    void theOtherAxesAndTheRowsLeftOutStay() {
        String sessions = manifest(
                """
                echo sessions=$(nox --json -l -s lint) >> "$GITHUB_OUTPUT"
                echo quick=$(nox --json -l -s tests) >> "$GITHUB_OUTPUT"
                """, """
                os: [ubuntu-24.04, windows-2025]
                session: "${{ fromJson(needs.list.outputs.quick) }}"
                exclude:
                  - {os: windows-2025, session: tests-3.12}
                """, "- run: nox --install-only -s ${{ matrix.session }}\n- run: nox -s ${{ matrix.session }}\n");
        assertThat(sessions)
                .contains(
                        "    os: [ubuntu-24.04, windows-2025]\n    exclude: [{ python: \"3.12\", os: windows-2025 }]\n");
    }

    @Test
    void whatIsListedByDefaultIsAskedFor() {
        String sessions = manifest(
                "echo sessions=$(nox --json -l) >> \"$GITHUB_OUTPUT\"\n",
                "os: [ubuntu-24.04]\nsession: \"${{ fromJson(needs.list.outputs.all) }}\"\n",
                "- run: nox -s ${{ matrix.session }}\n");
        assertThat(sessions)
                .contains("CI runs what the noxfile runs by default", "  types:\n    purpose: Check types.\n")
                .doesNotContain("ci: false");
    }

    /** A job that only makes environments runs no session. */
    @Test
    void environmentsAreNoRows() {
        String sessions = manifest(
                "echo sessions=$(nox --json -l -s lint) >> \"$GITHUB_OUTPUT\"\n",
                "os: [ubuntu-24.04]\nsession: \"${{ fromJson(needs.list.outputs.all) }}\"\n",
                "- run: nox --install-only -s ${{ matrix.session }}\n- run: ./check\n");
        assertThat(sessions).contains("  lint:\n    purpose: Check.\n");
    }
}
