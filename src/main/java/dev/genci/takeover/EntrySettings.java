package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRun;
import dev.genci.data.Value;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all rows of an entry have in common: conditions, variables, containers, permissions, and the steps around nox. */
record EntrySettings(ReadJob job, Settings workflow, Rewriter rewriter, RowTexts texts, StepTaker taker, Steps steps) {
    private static final List<String> PASSED = List.of("environment", "container", "services");
    private static final Set<String> KNOWN = Set.of(
            "name",
            "runs-on",
            "strategy",
            "needs",
            "if",
            "permissions",
            "env",
            "steps",
            "defaults",
            "timeout-minutes",
            "continue-on-error",
            "environment",
            "container",
            "services",
            "concurrency");
    /** What starts a nox that is not part of the project: gen-ci installs one that is pinned. */
    private static final Set<String> OWN = Set.of("pipx run nox", "uvx nox");

    private static final Set<String> INSTALLED = Set.of("nox", "python -m nox", "python3 -m nox");

    /** Adds all that to an entry. */
    void into(Taken taken) {
        Map<String, Value> fields = taken.fields();
        condition(taken);
        Settings settings = job.job().settings();
        List<String> unsaid = new ArrayList<>();
        for (String key : PASSED) {
            YamlNode node = settings.get(key);
            Value value = node == null ? null : texts.field(key, node, unsaid);
            if (value != null && !Value.of("").equals(value)) {
                fields.put(key, value);
            }
        }
        unsaid.forEach(key -> taken.questions().add(key + " reads what a manifest does not have. What should it be?"));
        if (fields.containsKey("container")
                && first().setUp().kind().equals("[]false")
                && first().setUp().python().isEmpty()) {
            // Its image brings the interpreter.
            fields.put("python-setup", Value.of("none"));
        }
        permissions(settings, fields, taken);
        Value.Fields env = texts.variables(settings.in("env"), taker);
        if (!env.isEmpty()) {
            fields.put("env", env);
        }
        defaults(fields);
        steps(taken);
        others(settings, taken);
    }

    private Cell first() {
        return rewriter.cells().get(0);
    }

    private void condition(Taken taken) {
        String written = job.job().settings().text("if").strip();
        if (written.startsWith("${{") && written.endsWith("}}")) {
            written = written.substring(3, written.length() - 2).strip();
        }
        List<String> terms = new ArrayList<>();
        for (String term : Terms.of(written)) {
            if (!Terms.isStatus(term)) {
                terms.add(term);
            } else if (steps.downloads.isEmpty() && !term.equals("success()")) {
                taken.questions()
                        .add("Its condition was " + Text.brief(written)
                                + ". Here a session only starts when all that it needs has succeeded. Is that right?");
            }
        }
        if (!terms.isEmpty()) {
            taken.fields().put("if", Value.of(String.join(" && ", terms)));
        }
    }

    private void permissions(Settings settings, Map<String, Value> fields, Taken taken) {
        Settings own = settings.in("permissions");
        Value.Fields granted = Value.fields();
        for (String scope : own.names()) {
            boolean usual = scope.equals("contents") && own.text(scope).equals("read");
            granted = usual ? granted : granted.with(scope, Value.of(own.text(scope)));
        }
        if (!granted.isEmpty()) {
            fields.put("permissions", granted);
        } else if (own.names().isEmpty() && settings.scalar("permissions") != null) {
            taken.questions().add("Its permissions were " + settings.text("permissions") + ". Which does it need?");
        }
    }

    private void defaults(Map<String, Value> fields) {
        Settings own = job.job().settings().in("defaults").in("run");
        for (String key : List.of("shell", "working-directory")) {
            String text = own.has(key)
                    ? own.text(key)
                    : workflow.in("defaults").in("run").text(key);
            // bash is what scripts run in anyway, but for containers without it.
            if (!text.isEmpty() && !text.equals("bash")) {
                fields.put(key, Value.of(text));
            }
        }
    }

    private void steps(Taken taken) {
        Map<String, Value> fields = taken.fields();
        Cell first = rewriter.cells().get(0);
        ReadRun run = first.runs().get(0);
        if (first.how() == Cell.How.CALLS) {
            fields.put("calls", new Value.Items(steps.calls));
        } else {
            call(taken, run);
        }
        if (!run.top().isEmpty()) {
            fields.put("working-directory", Value.of(run.top()));
            // Where it was an expression of the workflow's variables, which a path here may not be.
            steps.checkout = steps.checkout instanceof Value.Fields inputs
                            && inputs.fields().containsKey("path")
                    ? inputs.with("path", Value.of(run.top()))
                    : steps.checkout;
        }
        if (steps.checkout != null && !(steps.checkout instanceof Value.Fields inputs && inputs.isEmpty())) {
            fields.put("checkout", steps.checkout);
        } else if (steps.checkout == null) {
            fields.put("checkout", Value.of(false));
        }
        int setUp = nox(taken, run);
        List<Value> before = steps.before.subList(setUp, steps.before.size());
        if (!before.isEmpty()) {
            fields.put("before", new Value.Items(before));
        }
        if (!steps.after.isEmpty()) {
            fields.put("after", new Value.Items(steps.after));
        }
    }

    private void call(Taken taken, ReadRun run) {
        Step step = job.job().steps().get(run.step());
        List<Value> posargs = run.posargsKnown() ? texts.posargs() : null;
        if (posargs != null && !posargs.isEmpty()) {
            taken.fields().put("posargs", new Value.Items(posargs));
        } else if (posargs == null && !run.posargs().isEmpty()) {
            taken.questions()
                    .add("Its session gets " + Text.brief(String.join(" ", run.posargs()))
                            + ", which the shell works out. What should posargs be?");
        }
        if (!run.noxfile().isEmpty()) {
            taken.fields().put("noxfile", Value.of(run.noxfile()));
        }
        List<ReadRun> same =
                rewriter.cells().stream().map(cell -> cell.runs().get(0)).toList();
        Value.Fields env = taker.assigned(taker.variables(step.settings().in("env"), rewriter, step), same, step);
        if (!env.isEmpty()) {
            taken.fields().put("nox", Value.fields().with("env", env));
        }
        ofStep(taken, step);
    }

    /** What the step of the one call says for itself: the job has no other purpose, so it holds for the job. */
    private void ofStep(Taken taken, Step step) {
        String condition = step.settings().has("if")
                ? new Conditions(rewriter).of(step.settings().text("if"))
                : "";
        if (condition == null || Terms.isStatus(condition)) {
            taker.ask(step, "has the condition " + Text.brief(step.settings().text("if")) + ". What should if be?");
        } else if (!condition.isEmpty()) {
            Value own = taken.fields().get("if");
            taken.fields()
                    .put("if", Value.of(own == null ? condition : "(" + Text.of(own) + ") && (" + condition + ")"));
        }
        String minutes = step.settings().text("timeout-minutes");
        if (minutes.matches("[1-9]\\d{0,5}")) {
            taken.fields().putIfAbsent("timeout-minutes", new Value.Numeral(minutes));
        }
        if (step.settings().text("continue-on-error").equals("true")) {
            taken.fields().put("allow-failure", Value.of(true));
        }
    }

    /** How nox starts; gives the number of steps that are its set-up. */
    private int nox(Taken taken, ReadRun run) {
        String command = command(run.command());
        Value.Fields nox = taken.fields().get("nox") instanceof Value.Fields fields ? fields : Value.fields();
        boolean own = OWN.contains(command)
                || INSTALLED.contains(command) && (steps.installsNox || steps.before.size() == steps.partsBefore);
        if (!steps.plugins.isEmpty()) {
            taken.questions()
                    .add("nox is installed with " + String.join(", ", steps.plugins)
                            + ": write them, with a version, into nox.packages at the top.");
        }
        if (own || command.isEmpty()) {
            return 0;
        }
        int setUp = steps.beforeDownload < 0 ? steps.before.size() - steps.partsBefore : steps.beforeDownload;
        nox = nox.with("command", Value.of(command));
        nox = setUp == 0 ? nox : nox.with("setup", new Value.Items(steps.before.subList(0, setUp)));
        taken.fields().put("nox", nox);
        return setUp;
    }

    /** What starts nox, in plain words; empty where there are others. */
    private static String command(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.strip().split("\\s+", -1)) {
            if (words.isEmpty() && word.matches("[A-Za-z_]\\w*=.*")) {
                continue;
            }
            words.add(word);
            if (word.equals("nox") || word.equals("noxfile.py")) {
                return words.stream().allMatch(each -> each.matches("[\\w./-]+")) ? String.join(" ", words) : "";
            }
        }
        return "";
    }

    private void others(Settings settings, Taken taken) {
        for (String key : settings.names()) {
            if (!KNOWN.contains(key)) {
                taken.questions().add(key + " of the job is not taken over: a session has none. Is it needed?");
            }
        }
        if (settings.in("strategy").text("fail-fast").equals("true")) {
            taken.fields().put("fail-fast", Value.of(true));
        }
        if (settings.in("strategy").has("max-parallel")) {
            taken.questions()
                    .add("max-parallel is not taken over. Do its rows share something? Then parallel-safe: false.");
        }
        if (settings.has("concurrency")) {
            taken.questions()
                    .add("concurrency of the job is not taken over. Do runs exclude each other? Then it is a key"
                            + " of the workflow.");
        }
    }
}
