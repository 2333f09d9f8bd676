package dev.genci.takeover;

import dev.genci.agreement.ListedTags;
import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadWorkflow;
import dev.genci.data.Value;
import dev.genci.init.Sketch;
import dev.genci.noxfile.NoxListing;
import dev.genci.workflow.Settings;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes over a workflow: its own settings, entries for its jobs that run nox, and the other jobs as they are. */
final class WorkflowTaker {
    private static final String MAIN = "ci";
    private static final String TOO_BROAD = ". Each job should have only what it needs. Which does it need?";

    private final ReadWorkflow workflow;
    private final String id;
    private final Map<String, Value> pins;
    private final List<Taken> entries = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    /** @param id of the workflow in the manifest; that of the top level is {@code ci} */
    WorkflowTaker(ReadWorkflow workflow, String id, NoxListing listing, Map<String, Value> pins, Set<String> keys) {
        this.workflow = workflow;
        this.id = id;
        this.pins = pins;
        JobTaker taker = new JobTaker(listing, pins, keys);
        for (ReadJob job : workflow.jobs()) {
            if (job.runsNox()) {
                entries.addAll(taker.of(job, workflow.workflow().settings(), workflow.jobs()));
            }
        }
        questions.addAll(taker.questions());
        entries.forEach(entry -> describe(entry, listing));
    }

    private static void describe(Taken entry, NoxListing listing) {
        List<String> purposes = listing.sessions().stream()
                .filter(session -> entry.functions().contains(session.name()))
                .map(Sketch::purpose)
                .distinct()
                .toList();
        boolean one = purposes.size() == 1;
        entry.fields().put("purpose", Value.of(one ? purposes.get(0) : Text.sentence(entry.functions())));
        if (one && purposes.get(0).startsWith("Run nox -s ")) {
            entry.questions().add("What is it for?");
        }
        Set<String> tags = ListedTags.of(listing.sessions().stream()
                .filter(session -> one && entry.functions().contains(session.name()))
                .toList());
        if (!tags.isEmpty()) {
            entry.fields().put("tags", Value.texts(List.copyOf(tags)));
        }
    }

    List<Taken> entries() {
        return entries;
    }

    /** Workflows in the order of the manifest: first the one that checks pull requests with the most rows. */
    static List<ReadWorkflow> ordered(List<ReadWorkflow> workflows) {
        List<ReadWorkflow> ordered = new ArrayList<>(workflows);
        ordered.sort(Comparator.comparing((ReadWorkflow each) -> !checksChanges(each))
                .thenComparing(each -> -rows(each))
                .thenComparing(each -> each.workflow().file().name()));
        return ordered;
    }

    private static boolean checksChanges(ReadWorkflow workflow) {
        Settings settings = workflow.workflow().settings();
        return settings.in("on").has("pull_request")
                || settings.list("on").stream().anyMatch(event -> event.text().equals("pull_request"));
    }

    private static int rows(ReadWorkflow workflow) {
        return workflow.jobs().stream()
                .filter(ReadJob::runsNox)
                .mapToInt(job -> job.rows().size())
                .sum();
    }

    /** An id for each file. */
    static Map<String, String> ids(List<ReadWorkflow> ordered) {
        Map<String, String> ids = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(Set.of(MAIN));
        for (ReadWorkflow each : ordered) {
            String file = each.workflow().file().name();
            String stem = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.ya?ml$", "");
            ids.put(file, ids.isEmpty() ? MAIN : Text.id(stem, taken));
        }
        return ids;
    }

    private static String forge(String file) {
        return file.contains(".forgejo/") || file.contains(".gitea/") ? "forgejo" : "github";
    }

    /** Where a generated workflow goes: in place of the one that was taken over. */
    private static String path(ReadWorkflow workflow) {
        String file = workflow.workflow().file().name();
        String forge = forge(file);
        return "." + forge + "/workflows/" + file.substring(file.lastIndexOf('/') + 1);
    }

    /** Says what the top level gives to the other workflows, too. */
    static void inherited(ManifestTree tree) {
        if (tree.get(List.of("env")) != null && tree.get(List.of("workflows")) != null) {
            tree.comment(List.of("env"), "The other workflows have these, too, unless they say otherwise.");
        }
    }

    /** The target of the top level. */
    static void targets(ManifestTree tree, ReadWorkflow main) {
        tree.put(List.of("targets", forge(main.workflow().file().name())), Value.of(path(main)));
    }

    /** The settings of the workflow as a whole. */
    void settings(ManifestTree tree) {
        Settings settings = workflow.workflow().settings();
        List<String> at = id.equals(MAIN) ? List.of() : List.of("workflows", id);
        for (String key : List.of("name", "run-name", "on", "env", "concurrency")) {
            YamlNode node = settings.get(key);
            Value value = node == null ? null : key.equals("env") ? variables(node) : plain(node);
            if (value != null && key.equals("on")) {
                value = events(value);
            }
            if (value instanceof Value.Fields fields && key.equals("env") && !id.equals(MAIN)) {
                value = withoutInherited(fields, tree);
            }
            if (value != null && !(value instanceof Value.Fields fields && fields.isEmpty())) {
                tree.put(below(at, key), value);
            }
        }
        if (!id.equals(MAIN)) {
            String path = path(workflow);
            String forge = forge(path);
            if (!path.equals("." + forge + "/workflows/" + id + ".yml")) {
                tree.put(below(at, "targets"), Value.fields().with(forge, Value.of(path)));
            }
        }
        permissions(tree, settings, at);
        for (ReadJob job : workflow.jobs()) {
            if (job.isFinal() && !job.runsNox()) {
                finalJob(tree, job, below(at, "final-job"));
            }
        }
    }

    private static void permissions(ManifestTree tree, Settings settings, List<String> at) {
        Value.Fields granted = Value.fields();
        for (String scope : settings.in("permissions").names()) {
            granted = granted.with(scope, Value.of(settings.in("permissions").text(scope)));
        }
        if (!granted.isEmpty() && !granted.equals(Value.fields().with("contents", Value.of("read")))) {
            tree.put(below(at, "permissions"), granted);
        } else if (settings.scalar("permissions") != null) {
            tree.comment(
                    at.isEmpty() ? List.of("version") : at,
                    "permissions were " + settings.text("permissions") + TOO_BROAD);
        }
    }

    private static void finalJob(ManifestTree tree, ReadJob job, List<String> at) {
        Value.Fields said = Value.fields().with("name", Value.of(job.job().id()));
        ReadRow row = job.rows().get(0);
        String title = row.check();
        if (title != null && !title.equals(job.job().id())) {
            said = said.with("title", Value.of(title));
        }
        String runsOn = row.scope().text(job.job().settings().text("runs-on"));
        tree.put(at, runsOn == null || runsOn.isEmpty() ? said : said.with("runs-on", Value.of(runsOn)));
    }

    /** An event without filters is empty braces, which also fit into a line. */
    private static Value events(Value on) {
        if (!(on instanceof Value.Fields events)) {
            return on;
        }
        Value.Fields said = Value.fields();
        for (Map.Entry<String, Value> event : events.fields().entrySet()) {
            Value filters = event.getValue() instanceof Value.Nothing ? Value.fields() : event.getValue();
            Value.Fields inner = filters instanceof Value.Fields fields ? fields : Value.fields();
            boolean none = inner.fields().get("inputs") instanceof Value.Fields inputs && inputs.isEmpty();
            said = said.with(event.getKey(), none ? inner.without("inputs") : filters);
        }
        return said;
    }

    /** A workflow has the variables of the top level anyway. */
    private static Value.Fields withoutInherited(Value.Fields env, ManifestTree tree) {
        Value.Fields own = env;
        for (Map.Entry<String, Value> variable : env.fields().entrySet()) {
            boolean same = variable.getValue().equals(tree.get(List.of("env", variable.getKey())));
            own = same ? own.without(variable.getKey()) : own;
        }
        return own;
    }

    private static Value plain(YamlNode node) {
        return Rewriter.AS_WRITTEN.valueAsWritten(node);
    }

    private static Value variables(YamlNode node) {
        Value.Fields fields = Value.fields();
        if (node instanceof YamlMapping mapping) {
            for (Map.Entry<String, YamlMapping.YamlEntry> entry :
                    mapping.entries().entrySet()) {
                if (!StepTaker.selects(entry.getKey()) && entry.getValue().value() instanceof YamlScalar scalar) {
                    fields = fields.with(entry.getKey(), Value.of(scalar.text()));
                }
            }
        }
        return fields;
    }

    private static List<String> below(List<String> at, String key) {
        List<String> path = new ArrayList<>(at);
        path.add(key);
        return path;
    }

    /** Adds entries and jobs. */
    void into(ManifestTree tree, Set<String> keys) {
        Needs needs = new Needs(workflow, entries, keys);
        for (Taken entry : entries) {
            needs.of(entry, pins);
            List<String> at = List.of("sessions", entry.key());
            for (String key : Fields.ORDER) {
                Value value = key.equals("workflow") && !id.equals(MAIN)
                        ? Value.of(id)
                        : entry.fields().get(key);
                if (value != null) {
                    tree.put(below(at, key), value);
                }
            }
            entry.questions().forEach(question -> tree.comment(at, question));
        }
        new PassedJobs(workflow, needs, pins, id.equals(MAIN) ? "" : id).into(tree);
        List<String> at = id.equals(MAIN) ? List.of("sessions") : List.of("workflows", id);
        new LinkedHashSet<>(questions).forEach(question -> tree.comment(at, question));
    }
}
