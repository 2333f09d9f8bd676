package dev.genci.manifest;

import dev.genci.yaml.YamlMapping;
import dev.genci.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job that the manifest writes as in Actions: an entry of {@code jobs}, which is always in CI. Its name is its id.
 *
 * @param title the text of {@code name}
 * @param condition the text of {@code if}
 * @param uses the workflow that it calls; absent where it has steps
 * @param runsOn where it runs; absent where it does not say, and where it calls a workflow
 * @param steps without those that were too wrong to be bound
 * @param outputs their names; absent where it calls a workflow, which nobody reads
 * @param passed what the job gets as it is written, by key, in the order of {@link JobKey}
 */
public record PassedJob(
        Listing listing,
        EntrySource source,
        @Nullable Located<String> title,
        List<Located<Reference>> needs,
        @Nullable Located<String> condition,
        @Nullable Located<String> uses,
        @Nullable Runner runsOn,
        List<StepSpec> steps,
        @Nullable List<String> outputs,
        Map<String, YamlNode> passed)
        implements Entry {

    @Override
    public EntryKind kind() {
        return EntryKind.JOB;
    }

    /** The names below a key. */
    public List<Located<String>> names(JobKey key) {
        return passed.get(key.key()) instanceof YamlMapping names ? Located.keys(names) : List.of();
    }

    /** Those that run it, or beside it. */
    public Containers containers() {
        return new Containers(passed);
    }

    /** Whether it has a matrix, from which a forge adds to its name. */
    public boolean hasRows() {
        return passed.containsKey(JobKey.STRATEGY.key());
    }
}
