package dev.genci.takeover;

import dev.genci.audit.ReadJob;
import dev.genci.audit.ReadWorkflow;
import dev.genci.data.Value;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the jobs of a workflow wait for, by the names of the manifest. */
final class Needs {
    private final ReadWorkflow workflow;
    private final List<Taken> entries;
    /** The ids of jobs that are passed on. */
    private final Map<String, String> passed = new HashMap<>();

    private final Set<String> artifacts = new HashSet<>();

    Needs(ReadWorkflow workflow, List<Taken> entries, Set<String> keys) {
        this.workflow = workflow;
        this.entries = entries;
        for (ReadJob job : workflow.jobs()) {
            if (!job.runsNox() && !job.lists() && !job.isFinal()) {
                passed.put(job.job().id(), Text.free(job.job().id(), keys));
            }
        }
    }

    /** The id of a job that is passed on; {@code null} for other jobs. */
    @Nullable String passed(String job) {
        return passed.get(job);
    }

    /** Forgets a job that cannot be passed on. */
    void drop(String job) {
        passed.remove(job);
    }

    /** What a job of the workflow waits for. */
    List<String> of(ReadJob job) {
        List<String> names = new ArrayList<>();
        for (YamlScalar need : job.job().settings().list("needs")) {
            entries.stream().filter(entry -> entry.job().equals(need.text())).forEach(entry -> names.add(entry.key()));
            if (passed.containsKey(need.text())) {
                names.add(String.valueOf(passed.get(need.text())));
            }
        }
        return names;
    }

    /** Adds what an entry waits for, downloads and uploads. */
    void of(Taken entry, Map<String, Value> pins) {
        ReadJob job = workflow.jobs().stream()
                .filter(each -> each.job().id().equals(entry.job()))
                .findFirst()
                .orElseThrow();
        String condition = job.job().settings().text("if");
        boolean always =
                condition.contains("always()") || condition.replace(" ", "").contains("!cancelled()");
        Set<String> needs = new LinkedHashSet<>(of(job));
        Value.Fields artifacts = uploads(entry);
        List<Value> downloads = new ArrayList<>();
        for (Artifacts.Download download : entry.downloads()) {
            List<Taken> sources = Artifacts.sources(download, entries).stream()
                    .filter(source -> needs.contains(source.key()))
                    .toList();
            for (Taken source : sources) {
                downloads.add(download(download, source, always));
            }
            if (sources.isEmpty()) {
                StepTaker taker = new StepTaker(pins);
                Value.Fields step = taker.step(download.step(), "", Rewriter.AS_WRITTEN);
                entry.questions().addAll(taker.questions());
                if (step != null) {
                    List<Value> before = new ArrayList<>(List.of(step));
                    before.addAll(
                            entry.fields().get("before") instanceof Value.Items items ? items.items() : List.of());
                    entry.fields().put("before", new Value.Items(before));
                }
            } else if (!download.path().equals(".")) {
                entry.questions()
                        .add("Its files were in " + download.path() + "; here they go back to where they were made,"
                                + " or with into: to a folder for each. Does the session find them?");
            }
            sources.forEach(source -> needs.remove(source.key()));
        }
        if (!downloads.isEmpty()) {
            artifacts =
                    artifacts.with("download", downloads.size() == 1 ? downloads.get(0) : new Value.Items(downloads));
        }
        if (!artifacts.isEmpty()) {
            entry.fields().put("artifacts", artifacts);
        }
        entry.fields().replaceAll((key, value) -> renamed(value));
        if (!needs.isEmpty()) {
            entry.fields().put("needs", Value.texts(List.copyOf(needs)));
        }
    }

    /** Whether a text of a value reads another job. */
    static boolean reads(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.fields().values().stream().anyMatch(Needs::reads);
        }
        return value instanceof Value.Items items
                ? items.items().stream().anyMatch(Needs::reads)
                : value instanceof Value.Text text && text.text().contains("needs.");
    }

    /** What reads the outputs of jobs, where these have other ids here: two workflows may have jobs of one id. */
    Value renamed(Value value) {
        if (value instanceof Value.Fields fields) {
            Value.Fields renamed = Value.fields();
            for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
                renamed = renamed.with(field.getKey(), renamed(field.getValue()));
            }
            return renamed;
        }
        if (value instanceof Value.Items items) {
            return new Value.Items(items.items().stream().map(this::renamed).toList());
        }
        if (!(value instanceof Value.Text text) || !text.text().contains("needs.")) {
            return value;
        }
        String renamed = text.text();
        for (Map.Entry<String, String> job : passed.entrySet()) {
            String id = "(?<![\\w.-])needs\\." + Pattern.quote(job.getKey()) + "(?![\\w-])";
            renamed = renamed.replaceAll(id, Matcher.quoteReplacement("needs." + job.getValue()));
        }
        return Value.of(renamed);
    }

    private Value.Fields uploads(Taken entry) {
        List<Value> uploads = new ArrayList<>();
        entry.uploads().forEach(upload -> uploads.add(upload.field(artifacts, entry.key())));
        return uploads.isEmpty()
                ? Value.fields()
                : Value.fields().with("upload", uploads.size() == 1 ? uploads.get(0) : new Value.Items(uploads));
    }

    private static Value download(Artifacts.Download download, Taken source, boolean always) {
        String into = download.into();
        if (into == null && !always) {
            return Value.of(source.key());
        }
        Value.Fields fields = Value.fields().with("from", Value.of(source.key()));
        fields = into == null ? fields : fields.with("into", Value.of(into));
        return always ? fields.with("even-if-failed", Value.of(true)) : fields;
    }
}
