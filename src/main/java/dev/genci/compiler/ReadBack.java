package dev.genci.compiler;

import dev.genci.data.Value;
import dev.genci.diagnostic.Outcome;
import dev.genci.emit.StepClaim;
import dev.genci.emit.StepClaim.Mention;
import dev.genci.emit.WrittenWorkflow;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import dev.genci.source.SourceFile;
import dev.genci.yaml.ScalarType;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlMapping.YamlEntry;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a text says what the pipeline says: the same jobs with the same values, the same kinds of steps in the same
 * order, and in each step the facts of its kind. The rest of a step is up to its template.
 */
final class ReadBack {
    /** Lists of steps that were compared, each with its counterpart: an alias refers to the same list. */
    private final IdentityHashMap<YamlNode, List<StepClaim>> compared = new IdentityHashMap<>();

    private final String path;

    private ReadBack(String path) {
        this.path = path;
    }

    /** The tree of a text that was written. */
    static YamlTree read(String path, String text) {
        Outcome<YamlTree> read = YamlReader.readAgain(new SourceFile(path, text));
        if (read.value() == null || read.hasErrors()) {
            throw new IllegalStateException(path + " is not YAML: " + read.diagnostics());
        }
        return read.value();
    }

    /**
     * Compares.
     *
     * @param tree of the text
     * @throws IllegalStateException when they differ, which is a bug
     */
    static void check(String path, YamlTree tree, WrittenWorkflow written, Pipeline pipeline) {
        ReadBack readBack = new ReadBack(path);
        Map<String, YamlEntry> jobs = readBack.top(fields(tree.root()), pipeline);
        readBack.require(jobs.size() == pipeline.jobs().size(), "jobs");
        for (int i = 0; i < pipeline.jobs().size(); i++) {
            readBack.job(jobs, pipeline.jobs().get(i), written.steps().get(i));
        }
    }

    private void require(boolean same, String what) {
        if (!same) {
            throw new IllegalStateException(path + " does not say what was meant: " + what);
        }
    }

    /** Compares everything but the jobs, which it returns. */
    private Map<String, YamlEntry> top(Map<String, YamlEntry> read, Pipeline pipeline) {
        Value.Fields meant = pipeline.value();
        YamlEntry jobs = read.get("jobs");
        require(
                jobs != null && read.size() == meant.fields().size() + 1 && contains(read, meant.fields()),
                "top level");
        return jobs == null ? Map.of() : fields(jobs.value());
    }

    private void job(Map<String, YamlEntry> jobs, Job job, List<StepClaim> claims) {
        YamlEntry entry = jobs.get(job.id());
        require(entry != null && entry.key().type() == ScalarType.STRING, job.id());
        Map<String, YamlEntry> read = entry == null ? Map.of() : fields(entry.value());
        Map<String, Value> meant = job.value().fields();
        require(read.size() == meant.size() + 1 && contains(read, meant), job.id());
        if (job.uses() != null) {
            require(says(read, claims.get(0)), job.id() + ", uses");
            return;
        }
        YamlEntry steps = read.get("steps");
        require(
                steps != null && steps.value() instanceof YamlSequence list && same(list, claims),
                job.id() + ", steps");
    }

    private boolean same(YamlSequence list, List<StepClaim> claims) {
        if (compared.get(list) == claims) {
            return true;
        }
        if (list.items().size() != claims.size()) {
            return false;
        }
        for (int i = 0; i < claims.size(); i++) {
            if (!says(fields(list.items().get(i)), claims.get(i))) {
                return false;
            }
        }
        compared.put(list, claims);
        return true;
    }

    private static boolean says(Map<String, YamlEntry> step, StepClaim claim) {
        if (claim.whole()) {
            return step.size() == claim.fields().size() && contains(step, claim.fields());
        }
        YamlEntry uses = step.get("uses");
        boolean action =
                claim.uses() == null ? uses == null : uses != null && same(uses.value(), Value.of(claim.uses()));
        return action
                && contains(step, claim.fields())
                && mentions(step, new Mention("", claim.sign()))
                && claim.mentions().stream().allMatch(mention -> mentions(step, mention));
    }

    /** Whether the value of a key contains a text, at any depth; any key if none is named. */
    private static boolean mentions(Map<String, YamlEntry> entries, Mention mention) {
        for (Map.Entry<String, YamlEntry> entry : entries.entrySet()) {
            YamlNode value = entry.getValue().value();
            boolean here = mention.key().isEmpty() || mention.key().equals(entry.getKey());
            if (here && value instanceof YamlScalar scalar && scalar.text().contains(mention.text())
                    || mentions(fields(value), mention)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, YamlEntry> fields(YamlNode node) {
        return node instanceof YamlMapping mapping ? mapping.entries() : Map.of();
    }

    /** Whether keys have the values that are meant; {@code null} means that there is no such key. */
    private static boolean contains(Map<String, YamlEntry> read, Map<String, ? extends @Nullable Value> meant) {
        for (Map.Entry<String, ? extends @Nullable Value> field : meant.entrySet()) {
            YamlEntry entry = read.get(field.getKey());
            Value value = field.getValue();
            if (entry == null || value == null) {
                if (entry != null || value != null) {
                    return false;
                }
                // A key that reads back as something else than text would be another key.
            } else if (entry.key().type() != ScalarType.STRING || !same(entry.value(), value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(YamlNode node, Value value) {
        if (node instanceof YamlMapping mapping) {
            return value instanceof Value.Fields fields
                    && mapping.entries().size() == fields.fields().size()
                    && contains(mapping.entries(), fields.fields());
        }
        if (node instanceof YamlSequence list) {
            return value instanceof Value.Items items && same(list, items);
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.type()) {
            case STRING -> value instanceof Value.Text text && text.text().equals(scalar.text());
            case INTEGER, FLOAT ->
                value instanceof Value.Numeral numeral && numeral.text().equals(scalar.text());
            case BOOLEAN -> value instanceof Value.Flag flag && flag.value() == Boolean.parseBoolean(scalar.text());
            case NULL -> value instanceof Value.Nothing;
        };
    }

    private static boolean same(YamlSequence list, Value.Items items) {
        if (list.items().size() != items.items().size()) {
            return false;
        }
        for (int i = 0; i < items.items().size(); i++) {
            if (!same(list.items().get(i), items.items().get(i))) {
                return false;
            }
        }
        return true;
    }
}
