package dev.genci.lower.job;

import dev.genci.data.JobId;
import dev.genci.data.Value;
import dev.genci.lower.group.Schedule;
import dev.genci.lower.group.Scheduled;
import dev.genci.lower.row.Runners;
import dev.genci.lower.row.RunsOn;
import dev.genci.manifest.Runner;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Condition.Changed;
import dev.genci.pipeline.FindChanges;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import dev.genci.pipeline.Step;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job that finds out what has changed, for the sessions that depend on that. Sessions with the same patterns share an output. */
public final class Changes {
    private static final String USUAL_ID = "changes";
    private static final int TIMEOUT = 10;

    private final String id;
    /** The patterns, by the output that tells about them. */
    private final Map<String, List<String>> filters = new LinkedHashMap<>();

    private final Map<List<String>, String> ofPatterns = new HashMap<>();
    private final Job job;

    private Changes(String id, List<Scheduled> sessions, Runner runner, StepLists steps) {
        this.id = id;
        sessions.forEach(this::add);
        this.job = job(runner, steps);
    }

    /** The job of a workflow; {@code null} where no session depends on what has changed. */
    public static @Nullable Changes of(Schedule schedule, JobIds ids, Runners runners, StepLists steps) {
        if (schedule.gated().isEmpty()) {
            return null;
        }
        String id = ids.own(USUAL_ID, schedule);
        List<Scheduled> sessions = schedule.gated().stream()
                .<Scheduled>mapToObj(schedule.order()::get)
                .sorted(Comparator.comparingInt(Scheduled::number))
                .toList();
        return new Changes(id, sessions, runners.of(id, null), steps);
    }

    /** An output is called like the first session that needs it. Names that only differ in case, or not as ids, get numbers. */
    private void add(Scheduled session) {
        ofPatterns.computeIfAbsent(session.paths(), paths -> {
            String name = JobId.of(session.entry().name());
            int number = 2;
            String free = name;
            while (isTaken(free)) {
                free = name + "-" + number++;
            }
            filters.put(free, paths);
            return free;
        });
    }

    private boolean isTaken(String output) {
        return filters.keySet().stream()
                .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(output.toLowerCase(Locale.ROOT)));
    }

    /** What tells whether something of a session has changed; {@code null} where it runs in any case. */
    @Nullable Changed of(Scheduled session) {
        String output = ofPatterns.get(session.paths());
        return output == null ? null : new Changed(id, output);
    }

    /** The job itself, which waits for nothing. */
    Job job() {
        return job;
    }

    private Job job(Runner runner, StepLists steps) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        StringBuilder lines = new StringBuilder();
        filters.forEach((output, patterns) -> {
            outputs.put(output, Value.of("${{ steps." + FindChanges.ID + ".outputs." + output + " }}"));
            lines.append(output).append(' ').append(String.join(" ", patterns)).append('\n');
        });
        Value.Fields fields = Value.fields()
                .with("runs-on", RunsOn.value(runner))
                .with("timeout-minutes", Value.of(TIMEOUT))
                .with("permissions", Value.fields().with("contents", Value.of("read")))
                .with("outputs", new Value.Fields(outputs));
        // All commits, but no content of old files: nothing can be fetched later, as credentials are not kept.
        Value.Fields inputs = Value.fields()
                .with("fetch-depth", Value.of(0))
                .with("filter", Value.of("blob:none"))
                .with("persist-credentials", Value.of(false));
        return new Job(
                id,
                List.of("Some sessions run only if one of their files has changed."),
                Value.of(id),
                List.of(),
                new Condition.OnSuccess(),
                new Matrix.None(),
                fields,
                steps.of(List.of(new Step.CheckOut(inputs), new FindChanges(lines.toString(), runner.mayBeWindows()))),
                null);
    }
}
