package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.data.Value;
import dev.genci.init.Folding;
import dev.genci.noxfile.NoxListing;
import dev.genci.noxfile.NoxSession;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes entries of the rows of a job that runs nox. */
final class JobTaker {
    private final NoxListing listing;
    private final Map<String, Value> pins;
    private final Set<String> keys;
    /** What nobody can read from the workflow, about the job as a whole. */
    private final List<String> questions = new ArrayList<>();

    /** @param keys of entries that are taken, in lower case */
    JobTaker(NoxListing listing, Map<String, Value> pins, Set<String> keys) {
        this.listing = listing;
        this.pins = pins;
        this.keys = keys;
    }

    List<String> questions() {
        return questions;
    }

    /**
     * The entries of a job.
     *
     * @param all the jobs of its workflow
     */
    List<Taken> of(ReadJob job, Settings workflow, List<ReadJob> all) {
        JobRows rows = JobRows.of(job, all);
        questions.addAll(rows.questions());
        List<Cell> cells = rows.rows().stream().map(row -> cell(job, row)).toList();
        List<Taken> entries = new ArrayList<>();
        for (Groups.Group group : Groups.of(job.job(), cells)) {
            Taken entry = entry(job, workflow, group);
            int doubles = group.doubles();
            if (doubles > 0) {
                entry.questions()
                        .add(
                                doubles + (doubles == 1 ? " row of " : " rows of ")
                                        + job.job().id()
                                        + (doubles == 1 ? " is" : " are")
                                        + " not taken over: the same as others but for what a"
                                        + " manifest has no word for, such as the processor. Is it needed? Then write it into jobs.");
            }
            entries.add(entry);
        }
        entries.forEach(entry -> entry.questions().addAll(rows.ofEntries()));
        return entries;
    }

    private Cell cell(ReadJob job, ReadRow row) {
        NoxSession first = row.runs().stream()
                .filter(run -> !run.installOnly())
                .toList()
                .get(0)
                .sessions()
                .get(0);
        Set<String> whole = listing.sessions().stream()
                .filter(each -> each.name().equals(first.name()))
                .map(NoxSession::session)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        YamlNode runsOn = job.job().settings().get("runs-on");
        String label = job.job().settings().scalar("runs-on") == null
                ? null
                : row.scope().text(job.job().settings().text("runs-on"));
        String os = label == null ? "" : hosted(label);
        Value runner = !os.isEmpty() || runsOn == null
                ? null
                : new Rewriter(
                                List.of(new Cell(
                                        row,
                                        Cell.How.CALLS,
                                        "",
                                        null,
                                        List.of(),
                                        "",
                                        null,
                                        new SetUp("", List.of(), "", false, ""),
                                        "")),
                                List.of(Map.of()),
                                List.of(),
                                "")
                        .value(runsOn);
        return Cell.of(row, whole, os, runner, SetUp.of(job.job().steps(), row));
    }

    /** Labels of GitHub's own runners are the same in any case. */
    private static String hosted(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return lower.matches("(ubuntu|windows|macos)-.*") ? lower : label;
    }

    private Taken entry(ReadJob job, Settings workflow, Groups.Group group) {
        Cell first = group.cells().get(0);
        Set<String> functions = new LinkedHashSet<>();
        first.runs().forEach(run -> run.sessions().forEach(session -> functions.add(session.name())));
        String wanted = first.how() == Cell.How.CALLS
                ? job.job().id()
                : functions.iterator().next();
        String key = keys.contains(wanted.toLowerCase(Locale.ROOT))
                        && !wanted.equals(job.job().id())
                ? Text.free(
                        keys.contains(job.job().id().toLowerCase(Locale.ROOT))
                                ? wanted
                                : job.job().id(),
                        keys)
                : Text.free(wanted, keys);
        Taken taken = new Taken(job.job().id(), key, functions);
        Map<String, Set<String>> folded = Folding.axes(group.parameters());
        Rewriter rewriter = Rewriter.of(group.cells(), group.own()).withSession(Listed.session(job));
        StepTaker stepTaker = new StepTaker(pins);
        Steps steps = new Steps(job, rewriter, stepTaker).read();
        Axes axes = Axes.of(group.cells(), group.own(), !group.parameters().isEmpty());
        Brought brought = new Brought(axes.points().size());
        RowTexts texts = new RowTexts(rewriter, group.own(), brought);
        rows(taken, first, axes, group.parameters(), folded);
        new EntrySettings(job, workflow, rewriter, texts, stepTaker, steps).into(taken);
        texts.readBy(Stream.concat(
                        taken.fields().values().stream(), steps.uploads.stream().map(Artifacts.Upload::fields))
                .toList());
        new EntryRows(job, rewriter, group.own(), axes, brought).into(taken);
        taken.questions().addAll(stepTaker.questions());
        taken.files(steps);
        return taken;
    }

    private void rows(Taken taken, Cell first, Axes axes, List<String> parameters, Map<String, Set<String>> folded) {
        Map<String, Value> fields = taken.fields();
        boolean calls = first.how() == Cell.How.CALLS;
        if (!calls && !taken.key().equals(first.function())) {
            fields.put("session", Value.of(first.function()));
        }
        boolean named = first.how() == Cell.How.NAME || first.how() == Cell.How.FORCE && areListed(first, axes);
        put(fields, "python", axes.python(named));
        if (!named && fields.containsKey("python")) {
            boolean forced = first.how() == Cell.How.FORCE;
            if (forced || axes.pythons().size() > 1) {
                fields.put("python-by", Value.of(forced ? "force" : "job"));
            }
        }
        if (first.python().isEmpty() && !first.setUp().file().isEmpty()) {
            fields.put(
                    "python", Value.fields().with("file", Value.of(first.setUp().file())));
        }
        if (!folded.isEmpty()) {
            Value.Fields map = Value.fields();
            for (Map.Entry<String, Set<String>> axis : folded.entrySet()) {
                map = map.with(axis.getKey(), Value.texts(List.copyOf(axis.getValue())));
            }
            fields.put("parametrize", map);
        } else if (!parameters.isEmpty()) {
            fields.put("parametrize", Value.texts(parameters));
        }
        if (!first.setUp().extra().isEmpty()) {
            fields.put("extra-pythons", Value.texts(first.setUp().extra()));
        }
        if (!first.setUp().unknown().isEmpty()) {
            taken.questions()
                    .add("Its interpreter is " + first.setUp().unknown()
                            + ", which only a run knows. What should python be?");
        }
        if (first.setUp().uv() && !first.setUp().python().isEmpty()) {
            fields.put("python-setup", Value.of("uv"));
        }
        if (first.how() == Cell.How.ALL) {
            taken.questions()
                    .add(
                            "One row runs all " + first.runs().get(0).sessions().size()
                                    + " of its sessions, one after another. Side by side? Then list them: python, parametrize.");
        } else if (calls) {
            taken.questions()
                    .add("One job runs these sessions, one after another. Does any need what an earlier one"
                            + " leaves? If not, give each an entry of its own.");
        }
    }

    /** Whether the noxfile lists all interpreters that the command forces: then their names select them. */
    private boolean areListed(Cell first, Axes axes) {
        Set<String> listed = listing.sessions().stream()
                .filter(each -> each.name().equals(first.function()) && each.listsPython())
                .map(each -> String.valueOf(each.python()))
                .collect(Collectors.toSet());
        return listed.containsAll(axes.pythons());
    }

    private static void put(Map<String, Value> fields, String key, @Nullable Value value) {
        if (value != null) {
            fields.put(key, value);
        }
    }
}
