package dev.genci.audit;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Proposal;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Inserts a cache of {@code .nox} before the first step that runs nox, and makes nox reuse what is in it. */
record CacheFix(AuditedWorkflow workflow, AuditedJob job, Lines lines) {

    /** Does it. */
    Proposal.Answer add() {
        ReuseEdits reuse = ReuseEdits.of(workflow, job, lines);
        if (!reuse.obstacle().isEmpty()) {
            return Proposal.Answer.no(reuse.obstacle());
        }
        NoxRun first = job.runs().stream()
                .filter(run -> !run.lists())
                .min(Comparator.comparingInt(NoxRun::step))
                .orElseThrow();
        CacheKey key = CacheKey.of(workflow, job, first.step());
        if (!key.obstacle().isEmpty()) {
            return Proposal.Answer.no(key.obstacle());
        }
        Set<String> folders = new LinkedHashSet<>();
        for (NoxRun run : job.runs()) {
            if (!run.envdir().equals(".nox")) {
                return Proposal.Answer.no("nox keeps its environments in " + run.envdir());
            }
            folders.add(
                    run.noxfile().contains("/")
                            ? run.noxfile().substring(0, run.noxfile().lastIndexOf('/') + 1)
                            : "");
        }
        Step step = job.job().steps().get(first.step());
        CacheStep cache = new CacheStep(
                CacheStep.address(job.job().steps()),
                step.settings().has("name"),
                folders.stream().map(folder -> root() + folder + ".nox").toList(),
                key.text());
        List<Edit> edits = new ArrayList<>(reuse.edits());
        edits.add(insertion(cache, step));
        String done = "added a cache of .nox" + (reuse.edits().isEmpty() ? "" : ", and -r to nox");
        return Proposal.Answer.of(new Proposal(edits, done, (before, after) -> {
            List<Object> now = Steps.of(after, job.job().id());
            if (now.size() <= first.step()) {
                return; // the step went elsewhere
            }
            Object added = now.remove(first.step());
            reuse.meaning().apply(before, after);
            now.add(first.step(), added);
            Steps.of(before, job.job().id()).add(first.step(), cache.plain());
        }));
    }

    /** Environments hold absolute paths; in a container the workspace has another one than the expression says. */
    private String root() {
        return job.job().settings().has("container") ? "" : "${{ github.workspace }}/";
    }

    private Edit insertion(CacheStep cache, Step step) {
        StepLines neighbour = StepLines.of(step, lines);
        YamlNode mapping = step.settings().mapping();
        int at = lines.offset(step.place());
        boolean flow = mapping != null
                && lines.line(step.place().line())
                        .startsWith("{", at - lines.start(step.place().line()));
        if (neighbour.dash() < 0) {
            return Edit.insert(at, cache.flow() + ", ");
        }
        List<String> text = new ArrayList<>();
        if (flow) {
            text.add(neighbour.start() + cache.flow() + cache.comment());
        } else {
            cache.block().forEach(line -> text.add(" ".repeat(neighbour.keys()) + line));
            text.set(0, neighbour.start() + text.get(0).strip());
        }
        if (neighbour.isSpaced(lines)) {
            text.add("");
        }
        return lines.insertBefore(neighbour.first(), text);
    }
}
