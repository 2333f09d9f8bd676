package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.Place;
import dev.genci.workflow.Job;
import dev.genci.workflow.Step;
import dev.genci.workflow.Workflow;
import dev.genci.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Actions and workflows of others that are not pinned to a commit.
 *
 * <p>Owns the rule {@code unpinned-use}. One finding for a workflow: one for each step would hide all others.
 */
record PinFindings(Workflow workflow) {
    /** A whole SHA-1 or SHA-256: forges take a shorter one for a branch or a tag. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");

    /** Owners of the forge's own actions. Who can change these has the runner already. */
    private static final List<String> OF_THE_FORGE = List.of("actions/", "github/");

    /** All of them: at most one. */
    List<Diagnostic> all() {
        Map<String, Place> moving = new LinkedHashMap<>();
        for (Job job : workflow.jobs()) {
            add(job.settings().scalar("uses"), moving);
            for (Step step : job.steps()) {
                add(step.settings().scalar("uses"), moving);
            }
        }
        if (moving.isEmpty()) {
            return List.of();
        }
        List<String> uses = List.copyOf(moving.keySet());
        Place first = moving.values().iterator().next();
        String message = uses.size() == 1
                ? uses.get(0) + " is used by a tag or branch, which its owner can move"
                : uses.size() + " actions or workflows are used by a tag or branch, which their owners can move: "
                        + JobFindings.shown(uses);
        return List.of(Diagnostic.of(RuleId.UNPINNED_USE, first, message)
                .help("write the commit, and the tag as a comment: uses: OWNER/NAME@COMMIT # TAG"));
    }

    /** Not what a comment silences: it speaks of one use, not of all in the list. */
    private static void add(@Nullable YamlScalar uses, Map<String, Place> moving) {
        if (uses != null
                && moves(uses.text())
                && !Ignored.is(Diagnostic.of(RuleId.UNPINNED_USE, uses.place(), uses.text()))) {
            moving.putIfAbsent(uses.text(), uses.place());
        }
    }

    /** Whether it names something of others by a tag or a branch. What has no ref is refused by the forge. */
    private static boolean moves(String uses) {
        int at = uses.indexOf('@');
        return at > 0
                && at < uses.length() - 1
                && !Paths.isOfRepository(uses)
                && !uses.startsWith("docker://")
                && !uses.contains(Template.OPEN)
                && OF_THE_FORGE.stream().noneMatch(uses::startsWith)
                && !COMMIT.matcher(uses.substring(at + 1)).matches();
    }
}
