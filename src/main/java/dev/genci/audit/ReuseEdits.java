package dev.genci.audit;

import dev.genci.edit.Edit;
import dev.genci.edit.Lines;
import dev.genci.edit.Plain;
import dev.genci.edit.Proposal;
import dev.genci.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds {@code -r} to the commands of a job that reuse no environments.
 *
 * @param obstacle why they cannot get it; empty where they can
 */
record ReuseEdits(String job, List<Edit> edits, String obstacle) {
    static final String OPTION = " -r";
    private static final String USUAL = "noxfile.py";

    /** nox as a word: also {@code nox@2025.5.1}, {@code nox[uv]} and {@code bin/nox}, not what an option such as {@code --from} names. */
    private static final Pattern NOX = Pattern.compile("(?<![\\w.=\\[-])"
            + "(?<!(--from|--with|--spec|--package|--group|--extra) )"
            + "nox(\\[[\\w,]*])?([@=]=?[\\w.]+)?(?=[\\s;&|)},\"']|$)");

    /** Those of a job. */
    static ReuseEdits of(AuditedWorkflow workflow, AuditedJob job, Lines lines) {
        Map<Integer, Edit> edits = new LinkedHashMap<>();
        for (NoxRun run : job.runs()) {
            if (run.lists() || Boolean.TRUE.equals(run.reuses()) || noxfileReuses(workflow.library(), run)) {
                continue;
            }
            String obstacle = obstacle(workflow, run);
            Edit edit = obstacle.isEmpty() ? edit(run, lines) : null;
            if (edit == null) {
                String why = obstacle.isEmpty() ? "the word nox is not found in its command" : obstacle;
                return new ReuseEdits(job.job().id(), List.of(), why);
            }
            edits.put(edit.start(), edit);
        }
        return new ReuseEdits(job.job().id(), List.copyOf(edits.values()), "");
    }

    private static boolean noxfileReuses(Library library, NoxRun run) {
        SourceFile noxfile = library.script(run.noxfile().isEmpty() ? USUAL : run.noxfile());
        return noxfile != null && noxfile.text().contains("reuse");
    }

    private static String obstacle(AuditedWorkflow workflow, NoxRun run) {
        int colon = run.via().indexOf(':');
        String kind = colon < 0 ? run.via() : run.via().substring(0, colon);
        if (kind.equals("program")) {
            return run.via().substring(colon + 1) + " starts nox, perhaps where the cache is not";
        }
        if (kind.equals("script") || kind.equals("action")) {
            return "nox is started in " + run.via().substring(colon + 1) + ": add -r there";
        }
        if (Boolean.FALSE.equals(run.reuses())) {
            return "its options tell nox to make environments anew";
        }
        return run.place().file() == workflow.workflow().file() ? "" : "nox is started in another file";
    }

    private static @Nullable Edit edit(NoxRun run, Lines lines) {
        int from = lines.offset(run.place());
        int line = run.place().line();
        long more = run.command().lines().count() - 1;
        String text = run.place().file().text();
        Matcher nox = NOX.matcher(text).region(from, lines.end((int) Math.min(line + more, lines.count())));
        nox.useTransparentBounds(true);
        return nox.find() ? Edit.insert(nox.end(), OPTION) : null;
    }

    /** The same commands with {@code -r}. */
    Proposal.Meaning meaning() {
        return (before, after) -> {
            List<Object> steps = Steps.of(before, job);
            List<Object> now = Steps.of(after, job);
            Plain.adopt(steps, now, (old, added) -> old.replace(OPTION, "").equals(added.replace(OPTION, "")));
        };
    }
}
