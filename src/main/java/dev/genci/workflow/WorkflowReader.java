package dev.genci.workflow;

import dev.genci.diagnostic.Outcome;
import dev.genci.source.Place;
import dev.genci.source.SourceFile;
import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import dev.genci.yaml.YamlReader;
import dev.genci.yaml.YamlScalar;
import dev.genci.yaml.YamlSequence;
import dev.genci.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a workflow that may have been edited by hand. */
public final class WorkflowReader {
    private WorkflowReader() {}

    /** The workflow; no value when the text is not one YAML document within the limits of {@link YamlReader}. */
    public static Outcome<Workflow> read(SourceFile file) {
        Outcome<YamlTree> read = YamlReader.readShared(file);
        YamlTree tree = read.value();
        return tree == null || read.hasErrors()
                ? Outcome.failed(read.diagnostics())
                : Outcome.of(new Workflow(tree, Settings.of(tree.root()), jobs(tree.root())), read.diagnostics());
    }

    private static List<Job> jobs(YamlNode root) {
        List<Job> jobs = new ArrayList<>();
        if (field(root, "jobs") instanceof YamlMapping all) {
            all.entries()
                    .forEach((id, entry) -> jobs.add(new Job(
                            id,
                            entry.key().place(),
                            Settings.of(entry.value()),
                            steps(field(entry.value(), "steps")))));
        }
        return jobs;
    }

    /** The steps of a job or of a composite action; none where it is no list. */
    public static List<Step> steps(@Nullable YamlNode list) {
        List<Step> steps = new ArrayList<>();
        if (list instanceof YamlSequence all) {
            for (YamlNode step : all.items()) {
                steps.add(new Step(step.place(), Settings.of(step), uses(field(step, "uses"))));
            }
        }
        return steps;
    }

    private static @Nullable Uses uses(@Nullable YamlNode value) {
        if (!(value instanceof YamlScalar scalar)) {
            return null;
        }
        int at = scalar.text().indexOf('@');
        String address = at < 0 ? scalar.text() : scalar.text().substring(0, at);
        String ref = at < 0 ? "" : scalar.text().substring(at + 1);
        return new Uses(scalar.place(), address, ref, commentBehind(scalar.place()));
    }

    /** The tree has no comments, so this reads the line from the end of the value on. */
    private static String commentBehind(Place value) {
        String line = value.file().line(value.line());
        int behind = value.column() - 1 + value.length();
        if (behind >= line.codePointCount(0, line.length())) {
            return "";
        }
        String rest = trim(line.substring(line.offsetByCodePoints(0, behind)));
        return rest.startsWith("#") ? trim(rest.substring(1)) : "";
    }

    /** Without spaces and tabs, the only white space in a line of YAML. */
    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static @Nullable YamlNode field(YamlNode node, String key) {
        return node instanceof YamlMapping mapping ? mapping.get(key) : null;
    }
}
