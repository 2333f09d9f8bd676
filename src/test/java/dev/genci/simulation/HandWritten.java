package dev.genci.simulation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Manifests whose workflows are easy to get wrong, each named by what it is about. */
final class HandWritten {
    private static final String HEAD = """
            version: 1
            targets: {github: .github/workflows/ci.yml, forgejo: .forgejo/workflows/ci.yml}
            defaults: {ci: true, parallel-safe: true}
            """;

    /** 300 rows, more than a matrix may have. */
    private static final String MANY =
            HEAD + """
            sessions:
              a: {purpose: A, parametrize: {x: [%s], y: [p, q, r]}}
              b: {purpose: B, needs: [a]}
              c: {purpose: C, members: [a]}
            """.formatted(IntStream.range(0, 100).mapToObj(i -> "v" + i).collect(Collectors.joining(", ")));

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("more rows than a matrix may have", MANY),
            Map.entry("a failed ancestor hides behind an allowed skip", HEAD + """
                    sessions:
                      a: {purpose: A}
                      b: {purpose: B, needs: [a], if: vars.A != 'no'}
                      c: {purpose: C, needs: [b]}
                      status: {purpose: C alone, members: [c]}
                    """),
            Map.entry("an order behind a failure behind an order", HEAD + """
                    sessions:
                      a: {purpose: A, parallel-safe: false}
                      b: {purpose: B, parallel-safe: false}
                      c: {purpose: C, needs: [b]}
                      d: {purpose: D, needs: [c], parallel-safe: false}
                      e: {purpose: E, needs: [d, a]}
                    """),
            Map.entry("unsafe rows in a chain, one session in the middle of it skipped", HEAD + """
                    sessions:
                      a: {purpose: A, parallel-safe: false, python: ["3.11", "3.12"]}
                      b: {purpose: B, parallel-safe: false, if: vars.A != 'no' || vars.B != 'no', python: ["3.11", "3.12"]}
                      c: {purpose: C, parallel-safe: false, needs: [a]}
                      d: {purpose: D, needs: [b]}
                      all-of-them: {purpose: All, members: ["tag:ci"]}
                    """),
            Map.entry("one row of a matrix fails, and only the last one is looked at", HEAD + """
                    sessions:
                      a: {purpose: A, python: ["3.11", "3.12", "3.13"]}
                      b: {purpose: B, needs: [a]}
                      c: {purpose: C, needs: [a], parallel-safe: false}
                      d: {purpose: D, parallel-safe: false}
                      e: {purpose: E, needs: [d]}
                    """),
            Map.entry("what a target leaves out hands on its needs", """
                    version: 1
                    targets:
                      github: .github/workflows/ci.yml
                      forgejo: {runs-on: {ubuntu-24.04: docker, windows-2025: none}}
                    defaults: {ci: true, parallel-safe: true, runs-on: ubuntu-24.04}
                    sessions:
                      a: {purpose: A}
                      b: {purpose: B, needs: [a], runs-on: windows-2025, if: vars.A != 'no'}
                      c: {purpose: C, needs: [b]}
                      windows: {purpose: Windows, members: [b]}
                      both: {purpose: Both, members: [b, c]}
                    """),
            Map.entry("skips side by side in one status", HEAD + """
                    sessions:
                      a: {purpose: A}
                      b: {purpose: B, if: vars.A != 'no'}
                      c: {purpose: C, needs: [a], if: vars.B != 'no'}
                      d: {purpose: D, needs: [a, b, c]}
                      some: {purpose: Some, members: [b, d]}
                      others: {purpose: Others, members: [a, some]}
                    """),
            Map.entry("a diamond that needs its top twice", HEAD + """
                    sessions:
                      top: {purpose: Top}
                      left: {purpose: Left, needs: [top]}
                      right: {purpose: Right, needs: [top], if: "${{ vars.B != 'no' }}"}
                      bottom: {purpose: Bottom, needs: [top, left, right]}
                    """));

    private HandWritten() {}
}
