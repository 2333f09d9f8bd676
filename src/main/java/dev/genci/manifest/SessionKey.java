package dev.genci.manifest;

import static dev.genci.manifest.SessionKey.Entries.EVERY;
import static dev.genci.manifest.SessionKey.Entries.JOBS;
import static dev.genci.manifest.SessionKey.Entries.LIST;
import static dev.genci.manifest.SessionKey.Entries.META;
import static dev.genci.manifest.SessionKey.Entries.NOT_META;
import static dev.genci.manifest.SessionKey.Entries.NOX_ONLY;
import static dev.genci.manifest.SessionKey.Entries.NOX_OR_LIST;
import static dev.genci.manifest.SessionKey.Entries.ONE_RUN;
import static dev.genci.manifest.SessionKey.Entries.WORK;
import static dev.genci.manifest.SessionKey.Meets.ADDED;
import static dev.genci.manifest.SessionKey.Meets.MERGED;
import static dev.genci.manifest.SessionKey.Meets.NO_DEFAULT;
import static dev.genci.manifest.SessionKey.Meets.REPLACED;

import dev.genci.data.ExpressionPlace;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a session. A key's row has everything about it that is not in the schema: which
 * entries allow it, how it meets the default, where it goes, and the kind of its texts. The schema has its type, words, its
 * default and its examples.
 *
 * <p>Messages list keys in this order, and jobs show those that are passed on in it.
 */
public enum SessionKey {
    /** What it is for. */
    PURPOSE("purpose", EVERY, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** What its jobs are called. */
    TITLE("title", JOBS, REPLACED, Goes.MODEL, TextUse.data(ExpressionPlace.JOB_NAME)),
    /** The job that its rows share with those of others. */
    JOB("job", WORK, NO_DEFAULT, Goes.MODEL, TextUse.PLAIN),
    /** The file that defines it. */
    FILE("file", EVERY, REPLACED, Goes.TABLE, TextUse.FREE),
    /** Anything else worth saying. */
    NOTES("notes", EVERY, REPLACED, Goes.TABLE, TextUse.FREE),
    /** Lines above the job. */
    COMMENT("comment", JOBS, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** Groups for {@code needs} and {@code members}. */
    TAGS("tags", EVERY, ADDED, Goes.MODEL, TextUse.PLAIN),
    /** Whether it belongs to CI. */
    CI("ci", EVERY, REPLACED, Goes.MODEL, TextUse.FREE),
    /** Whether it may run in parallel with others. */
    PARALLEL_SAFE("parallel-safe", EVERY, REPLACED, Goes.MODEL, TextUse.FREE),
    /** The workflows that it belongs to. */
    WORKFLOW("workflow", JOBS, NO_DEFAULT, Goes.MODEL, TextUse.PLAIN),
    /** Makes it a meta-session. */
    MEMBERS("members", META, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** Makes it a helper. */
    HELPER("helper", NOT_META, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** The duration. */
    DURATION("duration", WORK, REPLACED, Goes.TABLE, TextUse.FREE),
    /** What must have succeeded before. */
    NEEDS("needs", WORK, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** nox's name of it. */
    SESSION("session", NOX_ONLY, NO_DEFAULT, Goes.MODEL, TextUse.PLAIN),
    /** The interpreters. */
    PYTHON("python", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** How nox gets the interpreter. */
    PYTHON_BY("python-by", NOX_OR_LIST, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** How the job gets its interpreters. */
    PYTHON_SETUP("python-setup", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Other interpreters, which are only there. */
    EXTRA_PYTHONS("extra-pythons", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** The parameters. */
    PARAMETRIZE("parametrize", NOX_ONLY, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Axes of its own. */
    MATRIX("matrix", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Combinations that are no rows. */
    EXCLUDE("exclude", WORK, NO_DEFAULT, Goes.MODEL, TextUse.PLAIN),
    /** More rows, or more for some of the rows. */
    INCLUDE("include", WORK, NO_DEFAULT, Goes.MODEL, TextUse.ROWS),
    /** The runner. */
    RUNS_ON("runs-on", JOBS, REPLACED, Goes.MODEL, TextUse.data(ExpressionPlace.RUNS_ON)),
    /** The runners, a row each. */
    OS("os", WORK, REPLACED, Goes.MODEL, TextUse.data(ExpressionPlace.RUNS_ON)),
    /** A command in place of nox. */
    RUN("run", ONE_RUN, REPLACED, Goes.MODEL, TextUse.SCRIPT),
    /** The variables of the job. */
    ENV("env", WORK, MERGED, Goes.MODEL, TextUse.data(ExpressionPlace.JOB_ENV)),
    /** When the job is stopped. */
    TIMEOUT_MINUTES("timeout-minutes", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Whether its failure leaves the job green. */
    ALLOW_FAILURE("allow-failure", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** When it runs. */
    IF("if", WORK, REPLACED, Goes.MODEL, TextUse.condition(ExpressionPlace.JOB_IF)),
    /** The files of which one must have changed. */
    PATHS("paths", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** The files whose changes do not count. */
    PATHS_IGNORE("paths-ignore", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Whether it has its own environment. */
    VENV_BACKEND("venv-backend", NOX_ONLY, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** What the job may do. */
    PERMISSIONS("permissions", WORK, MERGED, Goes.MODEL, TextUse.PLAIN),
    /** The environment that the job deploys to. */
    ENVIRONMENT("environment", WORK, REPLACED, Goes.JOB, TextUse.data(ExpressionPlace.ENVIRONMENT)),
    /** The container in which the steps run. */
    CONTAINER("container", WORK, REPLACED, Goes.JOB, TextUse.data(ExpressionPlace.CONTAINER)),
    /** The containers that run beside it. */
    SERVICES("services", WORK, REPLACED, Goes.JOB, TextUse.data(ExpressionPlace.SERVICES)),
    /** Whether a row that fails cancels the others. */
    FAIL_FAST("fail-fast", WORK, REPLACED, Goes.MODEL, TextUse.data(ExpressionPlace.STRATEGY)),
    /** What reads its scripts. */
    SHELL("shell", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** The folder in which its steps run. */
    WORKING_DIRECTORY("working-directory", WORK, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** The file that nox reads. */
    NOXFILE("noxfile", NOX_OR_LIST, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** Steps before the check-out. */
    FIRST("first", WORK, REPLACED, Goes.MODEL, TextUse.STEPS),
    /** How the repository is checked out. */
    CHECKOUT("checkout", WORK, MERGED, Goes.MODEL, TextUse.data(ExpressionPlace.STEP_WITH)),
    /** How nox starts. */
    NOX("nox", NOX_OR_LIST, MERGED, Goes.MODEL, TextUse.NOX),
    /** Steps before nox. */
    BEFORE("before", WORK, REPLACED, Goes.MODEL, TextUse.STEPS),
    /** The arguments after {@code --}; they travel in variables of the job or, with expressions, of the step. */
    POSARGS("posargs", NOX_ONLY, REPLACED, Goes.MODEL, TextUse.data(ExpressionPlace.STEP_ENV)),
    /** Calls of nox and steps in place of one call. */
    CALLS("calls", LIST, NO_DEFAULT, Goes.MODEL, TextUse.CALLS),
    /** Steps after nox. */
    AFTER("after", WORK, REPLACED, Goes.MODEL, TextUse.STEPS),
    /** Whether the final job looks at it. */
    FINAL("final", WORK, NO_DEFAULT, Goes.MODEL, TextUse.FREE),
    /** What it leaves for others, and takes from them. */
    ARTIFACTS("artifacts", WORK, NO_DEFAULT, Goes.MODEL, TextUse.ARTIFACTS),
    /** What becomes of the output of nox. */
    LOG("log", NOX_OR_LIST, MERGED, Goes.MODEL, TextUse.PLAIN),
    /** Whether nox tells which sessions ran. */
    REPORT("report", NOX_OR_LIST, REPLACED, Goes.MODEL, TextUse.PLAIN),
    /** The cache of its environments. */
    CACHE("cache", NOX_OR_LIST, MERGED, Goes.MODEL, TextUse.PLAIN);

    /** Kinds of entries that allow a key. */
    enum Entries {
        EVERY(EntryKind.NOX, EntryKind.CALLS, EntryKind.COMMAND, EntryKind.META, EntryKind.HELPER),
        WORK(EntryKind.NOX, EntryKind.CALLS, EntryKind.COMMAND),
        NOX_ONLY(EntryKind.NOX),
        NOX_OR_LIST(EntryKind.NOX, EntryKind.CALLS),
        LIST(EntryKind.CALLS),
        ONE_RUN(EntryKind.NOX, EntryKind.COMMAND),
        JOBS(EntryKind.NOX, EntryKind.CALLS, EntryKind.COMMAND, EntryKind.META),
        META(EntryKind.META),
        NOT_META(EntryKind.NOX, EntryKind.CALLS, EntryKind.COMMAND, EntryKind.HELPER);

        private final Set<EntryKind> kinds;

        Entries(EntryKind... kinds) {
            this.kinds = Set.of(kinds);
        }
    }

    /** What becomes of the value in {@code defaults} where a session has its own. */
    public enum Meets {
        /** Not allowed in {@code defaults}. */
        NO_DEFAULT,
        /** The session's value replaces the default. */
        REPLACED,
        /** Mappings are merged by key; the session's wins. */
        MERGED,
        /** Lists are joined. */
        ADDED
    }

    /** Where a value goes. */
    public enum Goes {
        /** Into the table alone: it never changes a workflow. */
        TABLE,
        /** Into a component of the model, which lowering reads. */
        MODEL,
        /** Into the job as it is written, see {@link JobSettings#passed}. Sessions that differ in it never share a job. */
        JOB
    }

    private final String key;
    private final Entries entries;
    private final Meets meets;
    private final Goes goes;
    private final TextUse texts;

    SessionKey(String key, Entries entries, Meets meets, Goes goes, TextUse texts) {
        this.key = key;
        this.entries = entries;
        this.meets = meets;
        this.goes = goes;
        this.texts = texts;
    }

    /** As the manifest writes it. */
    public String key() {
        return key;
    }

    /** Whether it means something to an entry. */
    public boolean isTakenBy(EntryKind kind) {
        return entries.kinds.contains(kind);
    }

    /** Whether an entry without the key inherits it from {@code defaults}. */
    boolean isInheritedBy(EntryKind kind) {
        // A command gets an interpreter only if it names one itself.
        boolean asked = this == PYTHON && kind == EntryKind.COMMAND;
        // A title of defaults is for many: no meta-session has a row that would tell it from the others. A runner of
        // defaults is for sessions: a status job needs little.
        asked |= (this == TITLE || this == RUNS_ON) && kind == EntryKind.META;
        return meets != Meets.NO_DEFAULT && isTakenBy(kind) && !asked;
    }

    /** The alternative key: a session with one of the two inherits neither from {@code defaults}. */
    @Nullable SessionKey other() {
        if (this == PATHS || this == PATHS_IGNORE) {
            return this == PATHS ? PATHS_IGNORE : PATHS;
        }
        return this == OS ? RUNS_ON : this == RUNS_ON ? OS : null;
    }

    /** How it meets the default. */
    public Meets meets() {
        return meets;
    }

    /** Where it goes. */
    public Goes goes() {
        return goes;
    }

    /** What its texts are. */
    public TextUse texts() {
        return texts;
    }

    /** The key of a name; {@code null} for one that the schema refuses. */
    public static @Nullable SessionKey of(String name) {
        for (SessionKey key : values()) {
            if (key.key.equals(name)) {
                return key;
            }
        }
        return null;
    }
}
