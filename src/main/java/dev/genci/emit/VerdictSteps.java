package dev.genci.emit;

import dev.genci.data.Value;
import dev.genci.emit.WorkflowTree.StepTree;
import dev.genci.pipeline.Verdict;
import java.util.List;

/** Writes the step that decides about other jobs. Whatever it does not know to be good is bad. */
final class VerdictSteps {
    private static final String ALL = """
            echo "$NEEDS"
            test -n "$RESULTS"
            for result in $RESULTS; do test "$result" = success; done
            """;

    private static final String LISTED = """
            bad=
            for job in $MUST; do
              case $job in *=success) ;; *) bad="$bad $job" ;; esac
            done
            for job in $MAY_SKIP; do
              case $job in *=success | *=skipped) ;; *) bad="$bad $job" ;; esac
            done
            echo "not as it must be:${bad:- none}"
            test -z "$bad"
            """;

    private VerdictSteps() {}

    static StepTree write(Verdict verdict, StepWriter writer) {
        if (verdict instanceof Verdict.Listed listed) {
            Value.Fields env = Value.fields();
            if (!listed.must().isEmpty()) {
                env = env.with("MUST", results(listed.must()));
            }
            return writer.run("All needed jobs succeeded, or were skipped as they may be", null, LISTED, false)
                    .with("env", env.with("MAY_SKIP", results(listed.maySkip())))
                    .tree();
        }
        Value.Fields env = Value.fields()
                .with("NEEDS", Value.of("${{ toJSON(needs) }}"))
                .with("RESULTS", Value.of("${{ join(needs.*.result, ' ') }}"));
        return writer.run("All needed jobs succeeded", null, ALL, false)
                .with("env", env)
                .tree();
    }

    private static Value results(List<String> jobs) {
        StringBuilder lines = new StringBuilder();
        jobs.forEach(job -> lines.append(job).append("=${{ needs.").append(job).append(".result }}\n"));
        return Value.of(lines.toString());
    }
}
