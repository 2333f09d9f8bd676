package dev.genci.compiler;

import dev.genci.data.Value;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.forge.Limits;
import dev.genci.manifest.TargetSettings;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a workflow against the limits of its forge.
 *
 * <p>Owns the rule {@code too-large}.
 */
record WorkflowLimits(TargetSettings target) {
    private static final String FEWER =
            "reduce the number of rows; sessions that are alike and parallel-safe share a job";

    /** Checked first: where each of many jobs needs each of many others, writing would take too long. */
    List<Diagnostic> ofNeeds(Pipeline pipeline) {
        long length = 0;
        for (Job job : pipeline.jobs()) {
            for (String id : job.needs()) {
                length += id.length() + 2L;
            }
        }
        return length > limits().file() ? List.of(tooLarge("the needs of the jobs alone", length)) : List.of();
    }

    /** The limits that the written workflow exceeds. */
    List<Diagnostic> of(Pipeline pipeline, String text) {
        List<Diagnostic> found = new ArrayList<>();
        for (Job job : pipeline.jobs()) {
            int length = job.condition().value() instanceof Value.Text condition
                    ? condition.text().length()
                    : 0;
            if (length > limits().expression()) {
                found.add(error("the condition of the job \"" + job.id() + "\" would have " + length
                                + " characters; the target \"" + target.id() + "\" accepts at most "
                                + limits().expression())
                        .help(FEWER));
            }
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > limits().file()) {
            found.add(tooLarge("the workflow", bytes));
        }
        return found;
    }

    private Limits limits() {
        return target.forge().limits();
    }

    private Diagnostic tooLarge(String what, long bytes) {
        return error(what + " would have " + kibibytes(bytes) + " KiB; the target \"" + target.id()
                        + "\" accepts at most " + kibibytes(limits().file()) + " KiB")
                .help(FEWER);
    }

    private static long kibibytes(long bytes) {
        return bytes / 1024;
    }

    private Diagnostic error(String message) {
        return Diagnostic.of(RuleId.TOO_LARGE, target.place(), message);
    }
}
