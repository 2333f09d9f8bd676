package dev.genci.lower.job;

import dev.genci.data.Value;
import dev.genci.lower.group.Members;
import dev.genci.lower.row.Runners;
import dev.genci.lower.row.RunsOn;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.Runner;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the status jobs. */
public final class StatusJobs {
    private static final int TIMEOUT = 5;

    private final JobGraph graph;
    private final Runners runners;
    private final StepLists steps;
    private final Set<String> mayBeSkipped;

    /**
     * For one workflow.
     *
     * @param runners chooses where they run
     * @param steps gets the lists of their steps
     */
    public StatusJobs(JobGraph graph, Runners runners, StepLists steps) {
        this.graph = graph;
        this.runners = runners;
        this.steps = steps;
        this.mayBeSkipped = new HashSet<>(graph.ids(graph.schedule().mayBeSkipped()));
    }

    /** The job of a meta-session. */
    public Job statusJob(String id, Members members) {
        BitSet decisive = members.decisive();
        Located<String> title = members.meta().title();
        String name = title == null ? members.meta().name() : title.value();
        Runner runner = runners.of(members.meta().name(), members.meta().runner());
        return job(id, name, runner, comments(members.meta()), graph.idsWithChanges(decisive));
    }

    /**
     * The job that needs all others.
     *
     * @param others their ids, without those at which it does not look
     */
    public Job finalJob(JobIds ids, FinalJob asked, @Nullable Meta meta, List<String> others) {
        List<String> comments = meta == null ? List.of() : comments(meta);
        Located<String> title = meta == null || meta.title() == null ? asked.title() : meta.title();
        Runner own = meta == null || meta.runner() == null ? asked.runner() : meta.runner();
        String name = title == null ? asked.name().value() : title.value();
        Runner runner = runners.of(asked.name().value(), own);
        return job(ids.named(asked.name().value()), name, runner, comments, others);
    }

    private static List<String> comments(Meta meta) {
        List<String> comments = new ArrayList<>(Comments.of(meta.listing(), false));
        comments.add(0, meta.listing().purpose().value());
        return comments;
    }

    private Job job(String id, String name, Runner runner, List<String> comments, List<String> needs) {
        Value.Fields fields = Value.fields()
                .with("runs-on", RunsOn.value(runner))
                .with("timeout-minutes", Value.of(TIMEOUT))
                .with("permissions", Value.fields());
        return new Job(
                id,
                comments,
                Value.of(name),
                needs,
                new Condition.Always(),
                new Matrix.None(),
                fields,
                steps.deciding(needs.stream().filter(mayBeSkipped::contains).toList(), runner.mayBeWindows()),
                null);
    }
}
