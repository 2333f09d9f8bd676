package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRun;
import dev.genci.data.Value;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps of a job, as an entry says them. */
final class Steps {
    private final ReadJob job;
    private final Rewriter rewriter;
    private final StepTaker taker;
    private final List<ReadRun> runs;
    private final Set<Integer> installs = new HashSet<>();
    /** The sessions that calls have run so far: nothing is installed again only there. */
    private final Set<String> done = new HashSet<>();

    /** Before nox, in place of {@code before} where the project's own nox needs them. */
    final List<Value> before = new ArrayList<>();
    /** In place of the one call; with the calls. */
    final List<Value> calls = new ArrayList<>();

    final List<Value> after = new ArrayList<>();
    final List<Artifacts.Upload> uploads = new ArrayList<>();
    final List<Artifacts.Download> downloads = new ArrayList<>();
    final Set<String> plugins = new LinkedHashSet<>();
    /** How many steps of {@link #before} come before the first download. */
    int beforeDownload = -1;

    /** How many steps at the end of {@link #before} are parts of the script that calls nox. */
    int partsBefore;

    boolean installsNox;

    @Nullable Value checkout;

    Steps(ReadJob job, Rewriter rewriter, StepTaker taker) {
        this.job = job;
        this.rewriter = rewriter;
        this.taker = taker;
        Cell first = rewriter.cells().get(0);
        runs = all(rewriter.cells());
        first.row().runs().stream().filter(ReadRun::installOnly).forEach(run -> installs.add(run.step()));
    }

    /** The runs of all rows, each once: some may only be in rows of some interpreters. */
    private static List<ReadRun> all(List<Cell> cells) {
        TreeMap<Integer, List<ReadRun>> bySteps = new TreeMap<>();
        for (Cell cell : cells) {
            Set<Integer> known = Set.copyOf(bySteps.keySet());
            cell.runs().stream().filter(run -> !known.contains(run.step())).forEach(run -> bySteps.computeIfAbsent(
                            run.step(), step -> new ArrayList<>())
                    .add(run));
        }
        return bySteps.values().stream().flatMap(List::stream).toList();
    }

    /** Reads them all. */
    Steps read() {
        for (int i = 0; i < job.job().steps().size(); i++) {
            Step step = job.job().steps().get(i);
            String condition = step.settings().has("if")
                    ? new Conditions(rewriter).of(step.settings().text("if"))
                    : "";
            if (condition == null) {
                taker.unsaid(step, "its condition " + Text.brief(step.settings().text("if")));
            } else if (!condition.equals("false")) {
                step(i, step, condition);
            }
        }
        return this;
    }

    private int first() {
        return runs.get(0).step();
    }

    private int last() {
        return runs.get(runs.size() - 1).step();
    }

    private void step(int index, Step step, String condition) {
        List<ReadRun> here = runs.stream().filter(run -> run.step() == index).toList();
        if (!here.isEmpty()) {
            List<String> parts = parts(step, here);
            for (int i = 0; i <= here.size(); i++) {
                part(step, condition, parts.isEmpty() ? "" : parts.get(i), index, i == 0);
                if (i < here.size() && rewriter.cells().get(0).how() == Cell.How.CALLS) {
                    calls.add(call(here.get(i), step, condition));
                }
            }
            rest(step, here, !parts.isEmpty());
        } else if (!installs.contains(index) && !isOwn(index, step, condition)) {
            Value.Fields said = taker.step(step, condition, rewriter);
            if (said != null) {
                (index < first() ? before : index < last() ? calls : after).add(said);
            }
        }
    }

    /** Whether gen-ci has a word of its own for a step, or makes it anyway. */
    private boolean isOwn(int index, Step step, String condition) {
        Uses uses = step.uses();
        if (uses == null) {
            Script.Installed installed =
                    index < first() ? Script.nox(step.settings().text("run")) : null;
            installsNox |= installed != null;
            plugins.addAll(installed == null ? Set.of() : installed.plugins());
            return installed != null;
        }
        Settings with = step.settings().in("with");
        switch (uses.repository().toLowerCase(Locale.ROOT)) {
            case "actions/checkout" -> {
                if (checkout != null || index > first()) {
                    return false;
                }
                List<String> unsaid = new ArrayList<>();
                Value.Fields inputs = rewriter.fields(with, Set.of(), unsaid);
                unsaid.forEach(name -> taker.unsaid(step, name));
                checkout = "false".equals(Text.of(inputs.fields().get("persist-credentials")))
                        ? inputs.without("persist-credentials")
                        : inputs;
                return true;
            }
            case "actions/setup-python" -> {
                architecture(step, with);
                return index < first();
            }
            case "astral-sh/setup-uv" -> {
                return index < first() && rewriter.cells().get(0).setUp().uv();
            }
            case "wntrblm/nox" -> {
                installsNox = true;
                return true;
            }
            case "actions/upload-artifact", "forgejo/upload-artifact" -> {
                if (index > first()) {
                    uploads.add(Artifacts.Upload.of(with, condition, rewriter));
                }
                return index > first();
            }
            case "actions/download-artifact", "forgejo/download-artifact" -> {
                if (index < first()) {
                    beforeDownload = beforeDownload < 0 ? before.size() : beforeDownload;
                    downloads.add(Artifacts.Download.of(step, with, rewriter));
                }
                return index < first();
            }
            default -> {
                return job.caches().contains(index);
            }
        }
    }

    /** Asks for what no key of a manifest says of an interpreter. */
    private void architecture(Step step, Settings with) {
        Set<String> names = new LinkedHashSet<>();
        rewriter.cells()
                .forEach(cell -> names.add(String.valueOf(cell.row().scope().text(with.text("architecture")))));
        names.remove("");
        if (!names.isEmpty()) {
            taker.ask(
                    step,
                    "sets up the architecture " + String.join(", ", names)
                            + ", which gen-ci does not. Is it needed? Then set the interpreter up in before, with"
                            + " python-setup: none.");
        }
    }

    /** What a script does besides its calls of nox, where that can be divided into steps. */
    private List<String> parts(Step step, List<ReadRun> here) {
        // Another shell goes on after a failure.
        boolean others = rewriter.cells().stream().anyMatch(cell -> cell.os().startsWith("windows"));
        String shell = step.settings().text("shell");
        boolean usual = shell.isEmpty() ? !others : shell.equals("bash") || shell.equals("sh");
        boolean direct = here.stream().allMatch(ReadRun::direct);
        return usual && direct
                ? Parts.of(step.settings().text("run"), here.size()).texts()
                : List.of();
    }

    /** A part of a script that calls nox, before, between or after its calls. */
    private void part(Step step, String condition, String text, int index, boolean first) {
        Value.Fields said = text.isEmpty() ? null : taker.part(step, condition, text, rewriter);
        if (said != null) {
            boolean before = first && index == first();
            boolean after = !first && index == last();
            List<Value> calls = rewriter.cells().get(0).how() == Cell.How.CALLS ? this.calls : this.after;
            (before ? this.before : after ? this.after : calls).add(said);
            partsBefore += before ? 1 : 0;
        }
    }

    private Value call(ReadRun run, Step step, String condition) {
        Cell cell = rewriter.cells().stream()
                .filter(each -> each.runs().contains(run))
                .findFirst()
                .orElseThrow();
        Set<String> names = new LinkedHashSet<>();
        run.sessions().forEach(session -> names.add(cell.neutral(session)));
        boolean named = run.sessions().stream()
                .anyMatch(session ->
                        session.listsPython() && cell.neutral(session).equals(session.name() + session.parameters()));
        boolean byTag = !run.tags().isEmpty();
        List<String> words = byTag ? run.tags() : List.copyOf(names);
        Value.Fields call = Value.fields()
                .with(byTag ? "tag" : "nox", words.size() == 1 ? Value.of(words.get(0)) : Value.texts(words));
        String name = rewriter.text(step.settings().text("name"));
        if (name != null
                && !name.isBlank()
                && !name.contains("${{")
                && runs.stream().filter(each -> each.step() == run.step()).count() == 1) {
            call = call.with("name", Value.of(name));
        }
        if (!run.posargs().isEmpty() && run.posargsKnown()) {
            call = call.with("posargs", Value.texts(run.posargs()));
        } else if (!run.posargs().isEmpty()) {
            taker.ask(
                    step,
                    "gives its session " + Text.brief(String.join(" ", run.posargs()))
                            + ", which the shell works out. What should posargs be?");
        }
        call = byTag ? call : call.with("python-by", Value.of(named && !run.forced() ? "name" : "job"));
        boolean made = !done.addAll(names);
        for (String key : List.of("timeout-minutes", "continue-on-error")) {
            if (step.settings().has(key)) {
                taker.ask(
                        step,
                        "has " + key + ": " + step.settings().text(key)
                                + ", which a call has not. Is it needed? Then give it an entry of its own.");
            }
        }
        call = made && run.options().contains("--no-install") ? call.with("no-install", Value.of(true)) : call;
        List<ReadRun> same = rewriter.cells().stream()
                .flatMap(each -> each.runs().stream())
                .filter(each -> each.step() == run.step() && each.command().equals(run.command()))
                .toList();
        Value.Fields env = taker.assigned(taker.variables(step.settings().in("env"), rewriter, step), same, step);
        call = env.isEmpty() ? call : call.with("env", env);
        return condition.isEmpty() ? call : call.with("if", Value.of(condition));
    }

    /** Asks about what else a script does that runs nox. */
    private void rest(Step step, List<ReadRun> here, boolean divided) {
        if (!here.get(0).direct()) {
            taker.ask(
                    step,
                    "runs nox in "
                            + Text.brief(step.settings().text("uses")
                                    + step.settings().text("run"))
                            + ". Does it do anything else that the sessions need? Then write it into before or after.");
            return;
        }
        List<String> other = new ArrayList<>();
        for (String line :
                step.settings().text("run").replace("\\\n", " ").lines().toList()) {
            String command = line.strip();
            boolean nox = command.matches("(?s)(.*[\\s\"'(/:])?nox(\\s.*)?");
            boolean quiet = divided
                    || command.isEmpty()
                    || command.startsWith("#")
                    || command.matches("(echo|set|cd|export) .*");
            if (!nox && !quiet) {
                other.add(command);
            }
        }
        if (!other.isEmpty()) {
            taker.ask(
                    step,
                    "also runs: " + Text.brief(String.join("; ", other))
                            + ". Is it needed? Then write it into before or after.");
        }
        here.stream()
                .flatMap(run -> run.options().stream())
                .filter(option -> !option.equals("--no-install"))
                .distinct()
                .forEach(option ->
                        taker.ask(step, "gives nox " + option + ". Is it needed? nox.args is for all sessions."));
    }
}
