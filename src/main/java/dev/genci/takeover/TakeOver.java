package dev.genci.takeover;

import dev.genci.audit.ReadWorkflow;
import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.init.Draft;
import dev.genci.init.Sketch;
import dev.genci.noxfile.NoxListing;
import dev.genci.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A manifest that says what nox lists and what workflows that people wrote do with it, as far as it can, and asks for the rest
 * in comments.
 *
 * @param text of the manifest
 * @param entries how many sessions it has
 * @param inCi how many of them a job runs
 * @param comments how many comments ask or say something
 * @param before the names of the checks that the workflows report
 * @param after those that the generated ones report
 * @param judged what the compiler says of it
 */
public record TakeOver(
        String text, int entries, int inCi, int comments, Set<String> before, Set<String> after, Judged judged) {

    private static final String ALL_RUN =
            "No workflow says which sessions CI runs, so it runs all. Write ci: false in those that it does not.";

    /** Compiles a manifest. */
    public interface Judge {
        /** What the compiler says of a text. */
        Judged of(String text);
    }

    /**
     * What the compiler says of a manifest.
     *
     * @param files the workflows; none if there are errors
     */
    public record Judged(List<Diagnostic> diagnostics, List<SourceFile> files) {
        /** Copies the lists. */
        public Judged {
            diagnostics = List.copyOf(diagnostics);
            files = List.copyOf(files);
        }

        /** Why it is refused. */
        List<Diagnostic> errors() {
            return diagnostics.stream().filter(Diagnostic::isError).toList();
        }

        /** Whether it is refused. */
        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(Diagnostic::isError);
        }
    }

    /**
     * Makes it.
     *
     * @param workflows that run nox, at least one, all of one forge
     * @param name of the manifest's file
     */
    public static TakeOver of(List<ReadWorkflow> workflows, NoxListing listing, Judge judge, String name) {
        ManifestTree tree = new ManifestTree();
        Map<String, Value> pins = new LinkedHashMap<>();
        Set<String> keys = new HashSet<>();
        List<ReadWorkflow> ordered = WorkflowTaker.ordered(workflows);
        Map<String, String> ids = WorkflowTaker.ids(ordered);
        head(tree, ordered);
        List<WorkflowTaker> takers = new ArrayList<>();
        for (ReadWorkflow workflow : ordered) {
            WorkflowTaker taker =
                    new WorkflowTaker(workflow, String.valueOf(ids.get(file(workflow))), listing, pins, keys);
            taker.settings(tree);
            takers.add(taker);
        }
        WorkflowTaker.inherited(tree);
        List<Taken> all =
                takers.stream().flatMap(taker -> taker.entries().stream()).toList();
        Shared.hoist(all, tree);
        takers.forEach(taker -> taker.into(tree, keys));
        rest(listing, all, tree, keys);
        for (Map.Entry<String, Value> pin : pins.entrySet()) {
            tree.put(List.of("pins", pin.getKey()), pin.getValue());
            if (String.valueOf(Text.of(pin.getValue())).endsWith(" # " + StepTaker.UNKNOWN_VERSION)) {
                tree.comment(
                        List.of("pins", pin.getKey()), "The workflow does not say which version this is. Which is it?");
            }
        }
        Judged judged = new Pruner(judge).settle(tree, name);
        if (judged.errors().stream().anyMatch(each -> each.rule() == RuleId.NOTHING_LEFT)) {
            // Of what CI runs, nothing could be said.
            tree.entries("sessions").keySet().forEach(key -> tree.remove(List.of("sessions", key, "ci")));
            tree.comment(List.of("sessions"), ALL_RUN);
            judged = new Pruner(judge).settle(tree, name);
        }
        if (tree.drop("pins", unused(tree, pins.keySet()))) {
            judged = judge.of(tree.text());
        }
        Set<String> before = Checks.of(ordered);
        return new TakeOver(
                tree.text(),
                tree.entries("sessions").size(),
                all.size(),
                tree.comments(),
                before,
                Checks.generated(judged.files(), listing),
                judged);
    }

    private static String file(ReadWorkflow workflow) {
        return workflow.workflow().file().name();
    }

    private static void head(ManifestTree tree, List<ReadWorkflow> workflows) {
        String files = workflows.stream().map(TakeOver::file).collect(Collectors.joining(", "));
        tree.comment(
                List.of(),
                "A first manifest, made by gen-ci init from what nox lists and from " + files
                        + ". Its comments say what was not taken over, and ask what nobody can read there.");
        tree.put(List.of("version"), Value.of(1));
        WorkflowTaker.targets(tree, workflows.get(0));
        tree.comment(
                List.of("defaults"),
                "Which sessions use something that only one may use at a time, such as a"
                        + " database? Write parallel-safe: false in each: no workflow shows it.");
        tree.put(List.of("defaults", "ci"), Value.of(true));
        tree.put(List.of("defaults", "parallel-safe"), Value.of(true));
    }

    /** The sessions that no workflow runs. */
    private static void rest(NoxListing listing, List<Taken> taken, ManifestTree tree, Set<String> keys) {
        Set<String> run = new HashSet<>();
        taken.forEach(entry -> run.addAll(entry.functions()));
        boolean none = taken.isEmpty() && tree.get(List.of("jobs")) == null;
        if (none) {
            tree.comment(List.of("sessions"), ALL_RUN);
        }
        for (Draft draft : Draft.of(listing.byName())) {
            if (!run.contains(draft.first().name())) {
                String key = Text.free(draft.key(), keys);
                Value.Fields fields =
                        new Value.Fields(Sketch.of(draft.named(key), false).fields());
                tree.put(List.of("sessions", key), none && draft.isFound() ? fields.without("ci") : fields);
                if (draft.first().description().isBlank()) {
                    tree.comment(List.of("sessions", key), "What is it for?");
                }
            }
        }
    }

    private static Set<String> unused(ManifestTree tree, Set<String> pins) {
        String text = tree.text();
        return pins.stream()
                .filter(pin -> !text.matches("(?s).*uses: \"?" + Pattern.quote(pin) + "[\\s,/}\"].*"))
                .collect(Collectors.toSet());
    }
}
