package dev.genci.diagnostic;

import java.util.Locale;

/** All rules, each with a section in docs/diagnostics.md. In alphabetical order. */
public enum RuleId {
    ARTIFACT_CLASH(Severity.ERROR),
    BAD_CALLS(Severity.ERROR),
    BAD_CONDITION(Severity.ERROR),
    BAD_EXPRESSION(Severity.ERROR),
    BAD_FILTER(Severity.ERROR),
    BAD_SCHEDULE(Severity.ERROR),
    CACHE_KEY(Severity.ERROR),
    CONFUSING_NAMES(Severity.ERROR),
    CYCLIC_NEEDS(Severity.ERROR),
    DUPLICATE_KEY(Severity.ERROR),
    EMPTY_META(Severity.ERROR),
    EMPTY_NEED(Severity.ERROR),
    EMPTY_WORKFLOW(Severity.ERROR),
    ENVIRONMENT_CLASH(Severity.ERROR),
    EXPRESSION_NOT_ALLOWED(Severity.ERROR),
    FINAL_JOB_TWICE(Severity.ERROR),
    FREQUENT_SCHEDULE(Severity.NOTE),
    HELPER_REFERRED(Severity.ERROR),
    HIDDEN_CHARACTER(Severity.WARNING),
    ID_CLASH(Severity.ERROR),
    INCOMPLETE_FINAL_JOB(Severity.ERROR),
    INVALID_VALUE(Severity.ERROR),
    JOB_DIFFERS(Severity.ERROR),
    KEPT_CREDENTIALS(Severity.NOTE),
    LEFT_OUT(Severity.NOTE),
    LIMITS(Severity.ERROR),
    LINUX_ONLY(Severity.ERROR),
    MISSING_KEY(Severity.ERROR),
    MISSING_NODE(Severity.NOTE),
    MISSING_UV(Severity.ERROR),
    MIXED_SCRIPTS(Severity.WARNING),
    NAME_CLASH(Severity.ERROR),
    NEEDED_ANYWAY(Severity.ERROR),
    NESTED_META(Severity.ERROR),
    NEVER_RUN(Severity.WARNING),
    NEWER_PIN(Severity.NOTE),
    NO_BRANCH(Severity.WARNING),
    NO_BUILD(Severity.WARNING),
    NO_CONCURRENCY(Severity.WARNING),
    NO_ENVIRONMENT(Severity.ERROR),
    NO_SHELL(Severity.ERROR),
    NO_WORKFLOW(Severity.ERROR),
    NOT_IN_CI(Severity.NOTE),
    NOT_UTF_8(Severity.ERROR),
    NOTHING_LEFT(Severity.ERROR),
    NOXFILE_ELSEWHERE(Severity.ERROR),
    OLD_NOX(Severity.ERROR),
    OS_WITH_RUNS_ON(Severity.ERROR),
    OTHER_WORKFLOW(Severity.ERROR),
    OUT_OF_REACH(Severity.NOTE),
    OUTSIDE_CI(Severity.ERROR),
    OVERWRITTEN_FILE(Severity.ERROR),
    PATH_CLAIMED_TWICE(Severity.ERROR),
    PATH_OUTSIDE(Severity.ERROR),
    PIN_MISMATCH(Severity.WARNING),
    PRIVILEGED_RUN(Severity.NOTE),
    PYTHON_DIFFERS(Severity.ERROR),
    PYTHON_FORM(Severity.ERROR),
    PYTHON_PARAMETER(Severity.ERROR),
    RESERVED_TAG(Severity.ERROR),
    RESERVED_VARIABLE(Severity.ERROR),
    SELECTING_ARGUMENT(Severity.ERROR),
    SEVERAL_SESSIONS(Severity.NOTE),
    SKIP_CHAIN(Severity.WARNING),
    STEP_ID_CLASH(Severity.ERROR),
    TARGET_CANNOT(Severity.ERROR),
    TARGET_IGNORES(Severity.NOTE),
    TOO_LARGE(Severity.ERROR),
    UNDECIDED_FLAG(Severity.ERROR),
    UNEXPANDED_VARIABLE(Severity.WARNING),
    UNKNOWN_ARTIFACT(Severity.ERROR),
    UNKNOWN_CONTEXT(Severity.ERROR),
    UNKNOWN_FUNCTION(Severity.ERROR),
    UNKNOWN_INTERPRETER(Severity.ERROR),
    UNKNOWN_KEY(Severity.ERROR),
    UNKNOWN_MEMBER(Severity.ERROR),
    UNKNOWN_NEED(Severity.ERROR),
    UNKNOWN_OPTION(Severity.ERROR),
    UNKNOWN_PARAMETERS(Severity.ERROR),
    UNKNOWN_PROPERTY(Severity.ERROR),
    UNKNOWN_ROWS(Severity.NOTE),
    UNKNOWN_RUNNER(Severity.ERROR),
    UNKNOWN_SESSION(Severity.ERROR),
    UNKNOWN_TAG(Severity.ERROR),
    UNKNOWN_WORKFLOW(Severity.ERROR),
    UNLISTED_ROWS(Severity.WARNING),
    UNLISTED_SESSION(Severity.WARNING),
    UNLISTED_TAG(Severity.NOTE),
    UNMATCHED_HASH(Severity.WARNING),
    UNPINNED_ACTION(Severity.ERROR),
    USELESS_KEY(Severity.ERROR),
    VARIABLE_CLASH(Severity.ERROR),
    VERSION_NOT_QUOTED(Severity.ERROR),
    WRITE_PERMISSIONS(Severity.WARNING),
    WRONG_ARGUMENTS(Severity.ERROR),
    WRONG_TYPE(Severity.ERROR),
    YAML_SYNTAX(Severity.ERROR);

    private final Severity severity;

    RuleId(Severity severity) {
        this.severity = severity;
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }

    /** As messages and the page spell it: lower-case words joined by {@code -}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
