package dev.genci.emit;

import dev.genci.data.InterpreterSource;
import dev.genci.data.NoxVariables;
import dev.genci.data.Refresh;
import dev.genci.data.SessionPart;
import dev.genci.data.StepIds;
import dev.genci.data.Value;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selects the template of a step, and its facts. */
final class StepFacts {
    private static final String PYTHON_PATH = "${{ steps.python.outputs.python-path }}";

    private StepFacts() {}

    static Facts of(Step step, Uses uses) {
        // Those of nearly every workflow come first: a kind that was not asked for is a class that is not loaded.
        if (step instanceof Step.CheckOut checkOut) {
            return new Facts("check-out").field("with", "with", checkOut.inputs());
        }
        if (step instanceof Step.SetUpPython setUp) {
            return setUpPython(setUp);
        }
        if (step instanceof Step.Describe describe) {
            return describe(describe);
        }
        if (step instanceof Step.RestoreCache restore) {
            return restoreCache(restore);
        }
        if (step instanceof Step.InstallNox install) {
            return installNox(install);
        }
        if (step instanceof Step.RunNox run) {
            return runNox(run);
        }
        if (step instanceof Step.Decide decide) {
            return decide(decide);
        }
        if (step instanceof Step.SetUpOtherPython setUp) {
            return setUpOtherPython(setUp);
        }
        if (step instanceof Step.SaveCache save) {
            return CacheFacts.save(save);
        }
        if (step instanceof Step.RunCommand run) {
            return runCommand(run);
        }
        if (step instanceof Step.CallNox call) {
            return callNox(call);
        }
        if (step instanceof Step.Warn warn) {
            return shell(new Facts("warn"), warn.bash());
        }
        return step instanceof Step.Custom custom ? given(custom, uses) : ArtifactFacts.of(step);
    }

    static Facts shell(Facts facts, boolean bash) {
        return facts.flag("bash", "shell", bash, Value.of("bash"));
    }

    private static Facts runs(Facts facts, @Nullable String shell, @Nullable String directory) {
        return facts.field("shell", "shell", shell == null ? null : Value.of(shell))
                .field("directory", "working-directory", directory == null ? null : Value.of(directory));
    }

    private static Facts setUpPython(Step.SetUpPython step) {
        return switch (step.source()) {
            case SETUP_PYTHON ->
                new Facts("setup-python")
                        .text("file", "python-version-file", step.file())
                        .form("named", step.named())
                        .form("preReleases", step.preReleases());
            case UV ->
                new Facts("setup-uv")
                        .form("inFile", step.file() != null)
                        .text("folder", "working-directory", folderOf(step.file()))
                        .text("noxPython", "python-version", step.noxPython());
            case SYSTEM, NONE ->
                shell(new Facts("system-python").text("noxPython", "run", step.noxPython()), step.bash());
        };
    }

    private static Facts setUpOtherPython(Step.SetUpOtherPython step) {
        return step.source() == InterpreterSource.UV
                ? shell(new Facts("install-python"), step.bash())
                : new Facts("setup-python-for-nox")
                        .field("condition", "if", step.only().isEmpty() ? null : Value.of(isOneOf(step.only())))
                        .text("noxPython", "python-version", step.noxPython());
    }

    /** Whether the row's interpreter is one of these. Nox runs on no PyPy, so that word alone says it of all of them. */
    private static String isOneOf(List<String> pythons) {
        return pythons.stream()
                .map(python -> python.startsWith("pypy")
                        ? "startsWith(env.NOX_PYTHON, 'pypy')"
                        : "env.NOX_PYTHON == '" + python + "'")
                .distinct()
                .collect(Collectors.joining(" || ", "${{ ", " }}"));
    }

    private static Facts describe(Step.Describe step) {
        Interpreter interpreter = step.interpreter();
        boolean asks = !interpreter.tellsItsRelease();
        InterpreterSource other = interpreter.mustBeNamed() ? interpreter.source() : null;
        String folder = other == InterpreterSource.UV ? folderOf(step.file()) : null;
        Facts facts = new Facts("describe")
                .form("onPath", asks && other == null)
                .form("named", asks && other != null)
                .form("uv", other == InterpreterSource.UV)
                .form("inFile", step.file() != null)
                .text("folder", "run", folder == null ? null : Shell.word(folder))
                .form("system", other == InterpreterSource.SYSTEM)
                .form("image", step.image() && step.container() == null)
                .form("container", step.container() != null)
                .form("several", step.outputs() > 2)
                .form("session", step.session() && !step.force())
                .form("forced", step.session() && step.force());
        Map<String, Value> env = step.container() == null ? Map.of() : Map.of("IMAGE", Value.of(step.container()));
        return refresh(runs(variables(facts, env), step.shell(), null), step.refresh());
    }

    /** Where uv looks for a file; absent for the top of the workspace, and where there is none. */
    private static @Nullable String folderOf(@Nullable String file) {
        int slash = file == null ? -1 : file.lastIndexOf('/');
        return file == null || slash < 0 ? null : file.substring(0, slash);
    }

    private static Facts refresh(Facts facts, Refresh refresh) {
        return facts.form("weekly", refresh == Refresh.WEEKLY).form("daily", refresh == Refresh.DAILY);
    }

    private static Facts restoreCache(Step.RestoreCache step) {
        CacheEntry entry = step.entry();
        boolean unnamed = CacheEntry.RUNNER_UNNAMED.equals(entry.runner());
        Facts facts = new Facts("restore-cache")
                .named(step.downloads() ? StepIds.DOWNLOADS : "")
                .form("save", step.save())
                .form("downloads", step.downloads())
                .form("identified", !step.save() || entry.venvs() && entry.downloads() && !step.downloads())
                .form("afterMiss", step.downloads() && entry.venvs())
                .form("fallback", step.downloads() || entry.fallback())
                .form("bar", step.downloads() || entry.fallback())
                .form("byRunner", !unnamed)
                .form("image", entry.image())
                .form("container", entry.inContainer())
                .form("release", step.release())
                .form("encoded", entry.encoded())
                .form("force", step.force())
                .form("notOnSchedule", entry.notOnSchedule())
                .text("folder", "path", step.downloads() ? null : folder(entry.path()))
                .text("hash", "key", patterns(entry.hash()))
                .text("epoch", "key", entry.epoch())
                .text("runner", "key", unnamed ? null : entry.runner())
                .text("calls", "key", entry.calls())
                .text("backend", "key", entry.backend());
        facts.form("mayHashNothing", entry.mayHashNothing());
        if (entry.mayHashNothing()) {
            facts.mention("if", patterns(entry.hash()));
        }
        boolean also = !entry.also().isEmpty() && !(step.downloads() && entry.venvs());
        facts.form("inside", List.of()).form("elsewhere", List.of());
        if (also) {
            CacheFacts.also(facts, entry.also());
        }
        if (step.downloads() || entry.fallback()) {
            facts.mention("restore-keys", entry.epoch()).mention("restore-keys", entry.backend());
        }
        return refresh(facts, entry.refresh());
    }

    static String folder(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** Texts as the arguments of a function in an expression. */
    private static String patterns(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").collect(Collectors.joining(", "));
    }

    private static Facts installNox(Step.InstallNox step) {
        ScriptWords packages = new ScriptWords("NOX_PACKAGE_");
        Interpreter interpreter = step.interpreter();
        InterpreterSource source = interpreter.source();
        // Where nox has an interpreter of its own, that one comes after the session's.
        boolean own = interpreter.hidden() && interpreter.noxPython() == null;
        boolean setUp = own && source == InterpreterSource.SETUP_PYTHON;
        Facts facts = new Facts("install-nox")
                .form("uv", source == InterpreterSource.UV)
                .form("setUp", setUp)
                .form("system", interpreter.hidden() && source == InterpreterSource.SYSTEM)
                .text("nox", "run", Shell.word((step.uv() ? "nox[uv]" : "nox") + "==" + step.version()))
                .text("packages", "run", packages.of(step.packages()));
        Map<String, Value> path = setUp ? Map.of("INTERPRETER", Value.of(PYTHON_PATH)) : Map.of();
        return runs(variables(facts, path, packages), step.shell(), null);
    }

    private static Facts variables(Facts facts, Map<String, Value> first, ScriptWords... words) {
        Map<String, Value> env = new LinkedHashMap<>(first);
        for (ScriptWords each : words) {
            env.putAll(each.env().fields());
        }
        return facts.field("env", "env", env.isEmpty() ? null : new Value.Fields(env));
    }

    private static Facts runNox(Step.RunNox step) {
        ScriptWords options = new ScriptWords(NoxVariables.OPTION);
        ScriptWords arguments = new ScriptWords(NoxVariables.ARGUMENT);
        Facts facts = options(new Facts("run-nox"), step.options(), options)
                .form("posargs", step.posargs())
                .text("arguments", "run", step.arguments().isEmpty() ? null : arguments.of(step.arguments()));
        return failure(variables(facts, step.env().fields(), options, arguments), step.mayFail(), step.timeout());
    }

    private static Facts options(Facts facts, NoxOptions options, ScriptWords words) {
        return runs(facts, options.shell(), options.directory())
                .form("force", options.force())
                .form("builds", options.builds())
                .text("command", "run", options.command())
                .text("backend", "run", options.backend() == null ? null : Shell.word(options.backend()))
                .form("logged", options.logged())
                .text("report", "run", options.report())
                .text("options", "run", words.of(options.args()));
    }

    private static Facts callNox(Step.CallNox step) {
        ScriptWords words = new ScriptWords(NoxVariables.OPTION);
        ScriptWords arguments = new ScriptWords(NoxVariables.ARGUMENT);
        String condition = step.condition();
        Facts facts = options(new Facts("call-nox"), step.options(), words)
                .named(AnchorName.of(Map.of("name", Value.of(step.name()))))
                .field("name", "name", Value.of(step.name()))
                .field("condition", "if", condition == null ? null : Value.of("${{ " + condition + " }}"))
                .form("noInstall", step.part() == SessionPart.RUN)
                .form("installOnly", step.part() == SessionPart.INSTALL)
                .form("tags", step.byTag())
                .text("sessions", "run", words.sessions(step.sessions(), step.inName()))
                .text("arguments", "run", step.arguments().isEmpty() ? null : arguments.of(step.arguments()));
        return variables(facts, step.env().fields(), words, arguments);
    }

    private static Facts runCommand(Step.RunCommand step) {
        Facts facts = new Facts("run-command").field("run", "run", Value.of(step.script()));
        return failure(runs(facts, step.shell(), step.directory()), step.mayFail(), step.timeout());
    }

    private static Facts failure(Facts facts, MayFail mayFail, @Nullable Integer timeout) {
        return facts.field("mayFail", "continue-on-error", mayFail.value())
                .field("timeout", "timeout-minutes", timeout == null ? null : Value.of(timeout));
    }

    /** A step of the manifest: as it is written, its action pinned. */
    private static Facts given(Step.Custom step, Uses uses) {
        List<String> lines = new ArrayList<>();
        Map<String, Value> values = new LinkedHashMap<>();
        step.fields().fields().forEach((key, value) -> {
            if (key.equals("uses") && value instanceof Value.Text action) {
                lines.add("uses: " + uses.text(action.text()));
                values.put(key, Value.of(uses.value(action.text())));
            } else {
                lines.add(YamlText.string(key, false) + ":" + Facts.behind(key, value));
                values.put(key, value);
            }
        });
        return new Facts("given").named(AnchorName.of(values)).all(lines, values);
    }

    private static Facts decide(Step.Decide step) {
        String maySkip = step.maySkip().isEmpty() ? null : String.join(" ", step.maySkip());
        return shell(new Facts("decide"), step.bash()).text("maySkip", "MAY_SKIP", maySkip);
    }
}
