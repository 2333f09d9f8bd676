package dev.genci.emit;

import dev.genci.data.InterpreterSource;
import dev.genci.data.Refresh;
import dev.genci.data.Value;
import dev.genci.pipeline.CacheEntry;
import dev.genci.pipeline.Interpreter;
import dev.genci.pipeline.Step;
import dev.genci.pipeline.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step's template is told.
 *
 * @param template its name
 * @param facts texts, flags and lists, with values that stand behind a key's colon as finished YAML
 */
record StepFacts(String template, Map<String, Object> facts) {

    private StepFacts(String template) {
        this(template, new HashMap<>());
    }

    /** A fact; {@code null} is none. */
    private StepFacts with(String name, @Nullable Object fact) {
        if (fact != null) {
            facts.put(name, fact);
        }
        return this;
    }

    static StepFacts of(Step step, Uses uses) {
        if (step instanceof Step.CheckOut) {
            return new StepFacts("check-out");
        }
        if (step instanceof Step.SetUpPython setUp) {
            return setUpPython(setUp);
        }
        if (step instanceof Step.SetUpOtherPython setUp) {
            return setUpOtherPython(setUp);
        }
        if (step instanceof Step.Describe describe) {
            return describe(describe);
        }
        if (step instanceof Step.RestoreCache restore) {
            return restoreCache(restore);
        }
        if (step instanceof Step.SaveCache save) {
            return saveCache(save);
        }
        if (step instanceof Step.InstallNox install) {
            return installNox(install);
        }
        if (step instanceof Step.RunNox run) {
            return runNox(run);
        }
        if (step instanceof Step.RunCommand run) {
            return runCommand(run);
        }
        if (step instanceof Step.Warn warn) {
            return new StepFacts("warn").with("bash", warn.bash());
        }
        return step instanceof Step.Custom custom ? given(custom, uses) : decide(((Step.Decide) step).verdict());
    }

    private static StepFacts setUpPython(Step.SetUpPython step) {
        Interpreter interpreter = step.interpreter();
        String template =
                switch (interpreter.source()) {
                    case SETUP_PYTHON -> "setup-python";
                    case UV -> "setup-uv";
                    case SYSTEM -> "system-python";
                };
        return new StepFacts(template).with("noxPython", interpreter.beside()).with("bash", step.bash());
    }

    private static StepFacts setUpOtherPython(Step.SetUpOtherPython step) {
        return step.interpreter().source() == InterpreterSource.UV
                ? new StepFacts("install-python").with("bash", step.bash())
                : new StepFacts("setup-python-for-nox")
                        .with("noxPython", step.interpreter().beside());
    }

    private static StepFacts describe(Step.Describe step) {
        boolean other = step.interpreter().beside() != null;
        return new StepFacts("describe")
                .with(
                        "source",
                        !other
                                ? ""
                                : switch (step.interpreter().source()) {
                                    case SETUP_PYTHON -> "setup-python";
                                    case UV -> "uv";
                                    case SYSTEM -> "system";
                                })
                .with("force", step.forced())
                .with("bash", step.bash())
                .refresh(step.refresh());
    }

    private StepFacts refresh(Refresh refresh) {
        return with("weekly", refresh == Refresh.WEEKLY).with("daily", refresh == Refresh.DAILY);
    }

    private static StepFacts restoreCache(Step.RestoreCache step) {
        CacheEntry entry = step.entry();
        return new StepFacts("restore-cache")
                .with("save", step.save())
                .with("folder", folder(entry))
                .with("hash", Expressions.texts(entry.hash()))
                .with("epoch", entry.epoch())
                .with("image", entry.image())
                .with("backend", entry.backend())
                .with("fallback", entry.fallback())
                .with("notOnSchedule", entry.notOnSchedule())
                .refresh(entry.refresh());
    }

    private static StepFacts saveCache(Step.SaveCache step) {
        return new StepFacts("save-cache")
                .with("folder", folder(step.entry()))
                .with("notOnTag", step.unless().contains(Step.Unless.TAG))
                .with("onlyAfterSuccess", step.onlyAfterSuccess());
    }

    private static String folder(CacheEntry entry) {
        return entry.path().startsWith("./") ? entry.path().substring(2) : entry.path();
    }

    private static StepFacts installNox(Step.InstallNox step) {
        ScriptWords packages = new ScriptWords("NOX_PACKAGE_");
        return new StepFacts("install-nox")
                .with("uv", step.interpreter().source() == InterpreterSource.UV)
                .with("nox", Shell.word((step.uv() ? "nox[uv]" : "nox") + "==" + step.version()))
                .with("packages", packages.of(step.packages()))
                .env(packages)
                .with("bash", step.bash());
    }

    private StepFacts env(ScriptWords words) {
        return with("env", words.env().isEmpty() ? null : behind("env", words.env()));
    }

    private static StepFacts runNox(Step.RunNox step) {
        ScriptWords options = new ScriptWords("NOX_ARGUMENT_");
        return new StepFacts("run-nox")
                .with("backend", step.backend() == null ? null : Shell.word(step.backend()))
                .with("options", options.of(step.args()))
                .env(options)
                .with("force", step.force())
                .with("posargs", step.posargs())
                .with("bash", step.bash())
                .failure(step.tolerated(), step.timeout());
    }

    private static StepFacts runCommand(Step.RunCommand step) {
        return new StepFacts("run-command")
                .with("run", behind("run", Value.of(step.script())))
                .with("bash", step.bash())
                .failure(step.tolerated(), step.timeout());
    }

    private StepFacts failure(boolean mayFail, @Nullable Integer timeout) {
        return with("mayFail", mayFail).with("timeout", timeout == null ? null : timeout.toString());
    }

    private static StepFacts given(Step.Custom step, Uses uses) {
        List<String> fields = step.fields().fields().entrySet().stream()
                .map(field -> field.getKey() + ":"
                        + (field.getKey().equals("uses") && field.getValue() instanceof Value.Text name
                                ? " " + uses.text(name.text())
                                : behind(field.getKey(), field.getValue())))
                .toList();
        return new StepFacts("given").with("fields", fields);
    }

    private static StepFacts decide(Verdict verdict) {
        if (verdict instanceof Verdict.Listed listed) {
            return new StepFacts("decide").with("must", listed.must()).with("maySkip", listed.maySkip());
        }
        return new StepFacts("decide");
    }

    /** A value of a step's key, from the colon on. */
    private static String behind(String key, Value value) {
        return YamlText.OF_STEPS.after(value, 2, key.length() + 1);
    }
}
