package dev.genci.takeover;

import java.util.List;

/** The keys of an entry in the order in which a person reads them. */
final class Fields {
    static final List<String> ORDER = List.of(
            "purpose",
            "title",
            "session",
            "workflow",
            "tags",
            "needs",
            "if",
            "python",
            "python-by",
            "python-setup",
            "extra-pythons",
            "parametrize",
            "matrix",
            "os",
            "runs-on",
            "exclude",
            "include",
            "allow-failure",
            "fail-fast",
            "timeout-minutes",
            "environment",
            "permissions",
            "container",
            "services",
            "shell",
            "working-directory",
            "noxfile",
            "checkout",
            "env",
            "nox",
            "before",
            "posargs",
            "calls",
            "after",
            "artifacts");

    private Fields() {}
}
