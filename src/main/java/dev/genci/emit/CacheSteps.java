package dev.genci.emit;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the steps around the cache. The key's parts, in the order from what changes least: what GitHub and Forgejo
 * compare is a prefix, so the hash stands last.
 */
final class CacheSteps {
    private static final String OUTPUT = "steps." + StepIds.ENVIRONMENT + ".outputs.";

    /** A bare version is CPython's; others, such as pypy3.11, are a command's name already. */
    private static final String SYSTEM_PYTHON = """
            case $NOX_PYTHON in
              [0-9]*) python=python$NOX_PYTHON ;;
              *) python=$NOX_PYTHON ;;
            esac
            "$python"\
            """;

    private CacheSteps() {}

    static StepTree describe(Step.Describe step, StepWriter writer) {
        Interpreter interpreter = step.interpreter();
        StringBuilder script = new StringBuilder(python(interpreter));
        script.append(" - << 'EOF' >> \"$GITHUB_OUTPUT\"\n");
        script.append("import os, platform, sysconfig, time, urllib.parse\n");
        script.append("release = platform.python_implementation(), platform.python_version()\n");
        script.append("print(\"interpreter\", \"-\".join([*release, sysconfig.get_platform()]), sep=\"=\")\n");
        if (step.refresh() != Refresh.NEVER) {
            boolean weekly = step.refresh() == Refresh.WEEKLY;
            script.append(weekly ? "print(\"week\"" : "print(\"day\"");
            script.append(", time.strftime(\"").append(weekly ? "%G-W%V" : "%Y-%m-%d");
            script.append("\", time.gmtime()), sep=\"=\")\n");
        }
        script.append("print(\"session\", urllib.parse.quote(os.environ[\"NOX_SESSION\"]");
        script.append(step.forced() ? " + \"-\" + os.environ[\"NOX_PYTHON\"]" : "");
        script.append(", \"\"), sep=\"=\")\n");
        script.append("EOF\n");
        StepWriter.Draft draft =
                writer.run("Describe the environment", StepIds.ENVIRONMENT, script.toString(), step.bash());
        draft.comment(
                switch (step.refresh()) {
                    case WEEKLY ->
                        "What an environment depends on. The week is part of it, so that what is not pinned stays fresh.";
                    case DAILY ->
                        "What an environment depends on. The day is part of it, so that what is not pinned stays fresh.";
                    case NEVER -> "What an environment depends on.";
                });
        if (interpreter.beside() != null && interpreter.source() == InterpreterSource.SETUP_PYTHON) {
            Value path = Value.of(Expressions.braces("steps." + StepIds.PYTHON + ".outputs.python-path"));
            draft.with("env", Value.fields().with("INTERPRETER", path));
        }
        return draft.tree();
    }

    /** What starts the session's interpreter. */
    private static String python(Interpreter interpreter) {
        if (interpreter.beside() == null) {
            return "python";
        }
        return switch (interpreter.source()) {
            case SETUP_PYTHON -> "\"$INTERPRETER\"";
            case UV -> "\"$(uv python find \"$NOX_PYTHON\")\"";
            case SYSTEM -> SYSTEM_PYTHON;
        };
    }

    static StepTree restore(Step.RestoreCache step, StepWriter writer) {
        CacheEntry entry = step.entry();
        String hash = Expressions.hashFiles(entry.hash());
        String title = (step.save() ? "Cache " : "Restore ") + folder(entry);
        StepWriter.Draft draft = writer.uses(
                title, step.save() ? null : StepIds.CACHE, step.save() ? "actions/cache" : "actions/cache/restore");
        draft.condition(hash + " != ''" + (entry.notOnSchedule() ? " && github.event_name != 'schedule'" : ""));
        String prefix = prefix(entry);
        Value.Fields with = path(entry).with("key", Value.of(prefix + Expressions.braces(hash)));
        if (entry.fallback()) {
            with = with.with("restore-keys", Value.of(prefix));
        }
        return draft.comment("The path is absolute because environments hold absolute paths.")
                .with("with", with)
                .tree();
    }

    static StepTree save(Step.SaveCache step, StepWriter writer) {
        String key = "steps." + StepIds.CACHE + ".outputs.cache-primary-key";
        List<String> terms = new ArrayList<>();
        if (step.onlyAfterSuccess()) {
            terms.add("steps." + StepIds.SESSION + ".outcome == 'success'");
        }
        if (step.unless().contains(Step.Unless.TAG)) {
            terms.add("github.ref_type != 'tag'");
            terms.add("github.event_name != 'release'");
        }
        terms.add(key + " != ''");
        terms.add("steps." + StepIds.CACHE + ".outputs.cache-hit != 'true'");
        Value.Fields with = path(step.entry()).with("key", Value.of(Expressions.braces(key)));
        return writer.uses("Save " + folder(step.entry()), null, "actions/cache/save")
                .condition(String.join(" && ", terms))
                .with("with", with)
                .tree();
    }

    private static Value.Fields path(CacheEntry entry) {
        return Value.fields().with("path", Value.of("${{ github.workspace }}/" + folder(entry)));
    }

    private static String folder(CacheEntry entry) {
        return entry.path().startsWith("./") ? entry.path().substring(2) : entry.path();
    }

    private static String prefix(CacheEntry entry) {
        List<String> parts = new ArrayList<>(List.of("nox", entry.epoch(), "${{ runner.os }}"));
        parts.add(entry.image() == null ? "${{ env.NOX_IMAGE }}" : entry.image());
        parts.add("${{ runner.arch }}");
        parts.add(entry.backend());
        parts.add(Expressions.braces(OUTPUT + "interpreter"));
        if (entry.refresh() != Refresh.NEVER) {
            parts.add(Expressions.braces(OUTPUT + (entry.refresh() == Refresh.WEEKLY ? "week" : "day")));
        }
        parts.add(Expressions.braces(OUTPUT + "session"));
        // An encoded name has no bar in it: else tests would fall back to what tests-slow has left.
        return String.join("-", parts) + (entry.fallback() ? "|" : "-");
    }
}
