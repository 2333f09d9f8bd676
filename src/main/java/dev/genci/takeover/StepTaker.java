package dev.genci.takeover;

import dev.genci.audit.ReadRun;
import dev.genci.data.ActionName;
import dev.genci.data.Value;
import dev.genci.forge.BuiltInPins;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says steps of a workflow as steps of a manifest, and notes what cannot be said. */
final class StepTaker {
    /** Variables of nox that select sessions: rows do that here. */
    private static final Set<String> SELECTING =
            Set.of("NOXSESSION", "NOXPYTHON", "NOXFORCEPYTHON", "NOXEXTRAPYTHON", "NOX_SESSION", "NOX_PYTHON");

    /** Stands for the version of a commit of which the workflow says none. */
    static final String UNKNOWN_VERSION = "v0";

    private static final Set<String> PASSED =
            Set.of("id", "with", "shell", "working-directory", "continue-on-error", "timeout-minutes");

    private final Map<String, Value> pins;
    /** What a person must decide about the steps of an entry. */
    private final Set<String> questions = new LinkedHashSet<>();

    /** @param pins of the manifest, to be added to */
    StepTaker(Map<String, Value> pins) {
        this.pins = pins;
    }

    Set<String> questions() {
        return questions;
    }

    /** Notes that a part of a step is missing here. */
    void unsaid(Step step, String what) {
        questions.add(name(step) + " is not taken over as it is: " + what + " reads what a manifest does not have.");
    }

    /** Asks about a step. */
    void ask(Step step, String question) {
        questions.add(name(step) + " " + question);
    }

    private static String name(Step step) {
        String name = step.settings().text("name");
        String what =
                name.isEmpty() ? step.settings().text("uses") + step.settings().text("run") : name;
        String file = step.place().file().name();
        return "\"" + Text.brief(what) + "\" (" + file.substring(file.lastIndexOf('/') + 1) + ":"
                + step.place().line() + ")";
    }

    /** A step; {@code null} where it cannot be said, which is noted. */
    Value.@Nullable Fields step(Step step, String condition, Rewriter rewriter) {
        Settings settings = step.settings();
        Value.Fields said = Value.fields();
        String name = rewriter.text(settings.text("name"));
        if (name != null && !name.isBlank() && !name.contains("${{")) {
            said = said.with("name", Value.of(name));
        }
        if (!condition.isEmpty()) {
            said = said.with("if", Value.of(condition));
        }
        Value.Fields does = step.uses() == null ? run(step, rewriter) : uses(step, step.uses());
        if (does == null) {
            return null;
        }
        return with(said, does, step, PASSED.stream().sorted().toList(), rewriter);
    }

    /** A step with what it does and fields that are as they were written; {@code null} where one cannot be said, which is noted. */
    private Value.@Nullable Fields with(
            Value.Fields before, Value.Fields does, Step step, List<String> passed, Rewriter rewriter) {
        Value.Fields said = before;
        Map<String, Value> env = new LinkedHashMap<>(
                variables(step.settings().in("env"), rewriter, step).fields());
        for (Map.Entry<String, Value> field : does.fields().entrySet()) {
            if (field.getKey().equals("env")) {
                env.putAll(((Value.Fields) field.getValue()).fields());
            } else {
                said = said.with(field.getKey(), field.getValue());
            }
        }
        for (String key : passed) {
            YamlNode node = step.settings().get(key);
            Value value = node == null ? null : key.equals("with") ? inputs(step, rewriter) : rewriter.value(node);
            if (node != null && value == null) {
                unsaid(step, key);
                return null;
            }
            boolean none = value instanceof Value.Fields fields && fields.isEmpty();
            said = value == null || none ? said : said.with(key, value);
        }
        return env.isEmpty() ? said : said.with("env", new Value.Fields(env));
    }

    private static @Nullable Value inputs(Step step, Rewriter rewriter) {
        List<String> unsaid = new ArrayList<>();
        Set<String> without = rewriter.cells().isEmpty() ? Set.of() : ofCaches(step);
        Value.Fields inputs = rewriter.fields(step.settings().in("with"), without, unsaid);
        return unsaid.isEmpty() ? inputs : null;
    }

    /** The inputs of an action that only tell caches apart, by the row: those of gen-ci have keys of their own. */
    static Set<String> ofCaches(Step step) {
        boolean uv = step.uses() != null && step.uses().repository().equalsIgnoreCase("astral-sh/setup-uv");
        return uv && step.settings().in("with").text("cache-suffix").contains("matrix.")
                ? Set.of("cache-suffix")
                : Set.of();
    }

    /** A part of a script; {@code null} where it cannot be said, which is noted. */
    Value.@Nullable Fields part(Step step, String condition, String text, Rewriter rewriter) {
        Value.Fields does = run(step, text, rewriter);
        if (does == null) {
            return null;
        }
        Value.Fields said =
                condition.isEmpty() ? Value.fields() : Value.fields().with("if", Value.of(condition));
        return with(said, does, step, List.of("shell", "working-directory"), rewriter);
    }

    private Value.@Nullable Fields run(Step step, Rewriter rewriter) {
        return run(step, step.settings().text("run"), rewriter);
    }

    private Value.@Nullable Fields run(Step step, String written, Rewriter rewriter) {
        String text = rewriter.text(written);
        Script script = text == null ? null : Script.of(text);
        String shell = step.settings().text("shell");
        boolean foreign = !shell.isEmpty() && !shell.startsWith("bash") && !shell.startsWith("sh");
        if (script == null || foreign && !script.variables().isEmpty()) {
            unsaid(step, "its script");
            return null;
        }
        Value.Fields run = Value.fields().with("run", Value.of(script.text()));
        return script.variables().isEmpty() ? run : run.with("env", new Value.Fields(script.variables()));
    }

    private Value.@Nullable Fields uses(Step step, Uses uses) {
        String address = uses.address();
        String pinned = pinned(uses);
        if (pinned == null) {
            ask(
                    step,
                    "is left out, for " + address + "@" + uses.ref()
                            + " is no commit. Which one is it? Write it into pins, and the step into before or after.");
            return null;
        }
        return Value.fields().with("uses", Value.of(pinned));
    }

    /** What a manifest writes for an action; {@code null} where its commit is not known. */
    @Nullable String pinned(Uses uses) {
        String address = uses.address();
        if (address.startsWith("docker://")) {
            return uses.ref().startsWith("sha256:") ? address + "@" + uses.ref() : null;
        }
        if (address.startsWith("./") || address.startsWith("$/") || BuiltInPins.knows(address)) {
            return address;
        }
        if (address.contains("://") && BuiltInPins.knows(uses.repository())) {
            // Forgejo's workflows name the forge of an action; a manifest leaves that to the target.
            return address.substring(address.indexOf(uses.repository()));
        }
        if (!uses.ref().matches("[0-9a-f]{40}")) {
            return null;
        }
        String version = uses.comment().split("\\s", 2)[0];
        boolean known = version.matches("v?\\d[\\w.+-]*");
        pins.putIfAbsent(
                ActionName.repository(address), Value.of(uses.ref() + " # " + (known ? version : UNKNOWN_VERSION)));
        return address;
    }

    /** Variables, without those that select sessions. */
    Value.Fields variables(Settings env, Rewriter rewriter, @Nullable Step step) {
        Set<String> without = new LinkedHashSet<>();
        env.names().stream().filter(StepTaker::selects).forEach(without::add);
        List<String> unsaid = new ArrayList<>();
        Value.Fields fields = rewriter.fields(env, without, unsaid);
        unsaid.forEach(name -> unsaidVariable(name, step));
        return fields;
    }

    /**
     * Adds the variables that a script sets for a run, which are the same in all rows.
     *
     * @param env what the step sets
     * @param same the run in each row
     */
    Value.Fields assigned(Value.Fields env, List<ReadRun> same, Step step) {
        Value.Fields fields = env;
        for (Map.Entry<String, Optional<String>> variable :
                same.get(0).variables().entrySet()) {
            String name = variable.getKey();
            boolean one = same.stream()
                    .allMatch(run -> variable.getValue().equals(run.variables().get(name)));
            Optional<String> value = variable.getValue();
            if (selects(name)) {
                continue;
            }
            if (one && value.isPresent()) {
                fields = fields.with(name, Value.of(value.get()));
            } else {
                ask(
                        step,
                        "sets " + name + " for nox, "
                                + (one ? "which only a run knows" : "in each row to another value")
                                + ". What should it be in env?");
            }
        }
        return fields;
    }

    /** Notes that a variable is missing here; that of a step, or of the job. */
    void unsaidVariable(String name, @Nullable Step step) {
        questions.add("The variable " + name + (step == null ? "" : " of " + name(step))
                + " is not taken over: it reads what a manifest does not have. What should it be?");
    }

    /** Whether nox or gen-ci reads a variable to select sessions. */
    static boolean selects(String name) {
        return SELECTING.contains(name);
    }
}
