package dev.genci.audit;

import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.source.SourceFile;
import dev.genci.workflow.Settings;
import dev.genci.workflow.Step;
import dev.genci.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with how a job caches the environments of nox.
 *
 * <p>Owns the rules {@code no-nox-cache}, {@code late-cache}, {@code weak-cache-key} and {@code unused-cache}.
 */
record CacheFindings(Settings workflow, AuditedJob job, Library library) {
    private static final String NOXFILE = "noxfile.py";

    /** All of them; none for a job that runs no session. */
    List<Diagnostic> all() {
        List<Diagnostic> found = new ArrayList<>();
        if (!job.runsNox() || !job.isCached() && !job.makesEnvironments()) {
            return found;
        }
        if (!job.isCached()) {
            found.add(Diagnostic.of(
                            RuleId.NO_NOX_CACHE,
                            job.job().place(),
                            "\"" + job.job().id() + "\" does not cache .nox: every run makes its environments anew")
                    .help("restore .nox before nox runs, and add -r to nox"));
            return found;
        }
        late(found);
        unused(found);
        for (CacheUse cache : job.caches()) {
            YamlScalar key = cache.key();
            if (key != null && cache.restores()) {
                rows(key, found);
                hash(key, found);
            }
        }
        return found;
    }

    private void late(List<Diagnostic> found) {
        NoxRun first =
                job.runs().stream().filter(run -> !run.lists()).findFirst().orElseThrow();
        if (job.caches().stream().allMatch(cache -> !cache.restores() || cache.step() > first.step())) {
            CacheUse cache =
                    job.caches().stream().filter(CacheUse::restores).findFirst().orElseThrow();
            found.add(Diagnostic.of(RuleId.LATE_CACHE, cache.place(), "the cache is restored after nox has run")
                    .related(first.place(), "nox runs here")
                    .help("move the step before it"));
        }
    }

    private void unused(List<Diagnostic> found) {
        SourceFile noxfile = library.script(NOXFILE);
        if (noxfile != null && noxfile.text().contains("reuse")) {
            return;
        }
        for (NoxRun run : job.runs()) {
            Boolean reuses = run.reuses();
            if (!run.lists() && !Boolean.TRUE.equals(reuses) && run.noxfile().isEmpty()) {
                boolean sure = reuses != null || noxfile != null;
                found.add(Diagnostic.of(
                                RuleId.UNUSED_CACHE,
                                run.place(),
                                "nox makes the environments anew" + (sure ? "" : ", unless the noxfile sets reuse_venv")
                                        + ": the cache is restored for nothing")
                        .help("add -r"));
                return;
            }
        }
    }

    /** Rows that differ in what their environments are, but restore those of one another. */
    private void rows(YamlScalar key, List<Diagnostic> found) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < job.rows().rows().size(); row++) {
            groups.computeIfAbsent(Template.partly(key.text(), scope(row)), each -> new ArrayList<>())
                    .add(row);
        }
        Set<String> differ = new LinkedHashSet<>();
        for (List<Integer> rows : groups.values()) {
            differ(rows, "system", this::system, differ);
            differ(rows, "interpreter", this::interpreter, differ);
            differ(rows, "session", this::sessions, differ);
        }
        if (!differ.isEmpty() && job.rows().unknown() == null) {
            found.add(Diagnostic.of(
                            RuleId.WEAK_CACHE_KEY,
                            key.place(),
                            "rows that differ in " + String.join(" and ", differ) + " have the same key")
                    .help("add what differs to the key, such as ${{ runner.os }} or the matrix key"));
        }
    }

    /** What a row has. */
    private interface Property {
        String of(int row);
    }

    private static void differ(List<Integer> rows, String word, Property property, Set<String> differ) {
        if (rows.stream().map(property::of).distinct().count() > 1) {
            differ.add(word);
        }
    }

    private Content scope(int row) {
        Map<String, Content> contexts = new LinkedHashMap<>();
        contexts.put(
                "matrix",
                new Content.Context(job.rows().rows().get(row), job.rows().unknown() == null));
        Content plain = new Environment(contexts).scope();
        contexts.put("runner", new Content.Context(Map.of("os", new Content.Text(labels(plain))), false));
        return new Environment(contexts)
                .with(workflow)
                .with(job.job().settings())
                .scope();
    }

    private String system(int row) {
        return labels(scope(row));
    }

    private String labels(Content scope) {
        StringBuilder out = new StringBuilder();
        job.job().settings().list("runs-on").forEach(label -> out.append(Template.partly(label.text(), scope))
                .append(' '));
        return out.toString();
    }

    private String interpreter(int row) {
        Content scope = scope(row);
        StringBuilder out = new StringBuilder();
        for (Step step : job.job().steps()) {
            String version = step.settings().in("with").text("python-version");
            out.append(Template.partly(version, scope)).append(' ');
        }
        for (NoxRun run : job.runs()) {
            out.append(run.row() == row ? run.forced().toString() + run.pythons() : "");
        }
        return out.toString();
    }

    private String sessions(int row) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < job.runs().size(); i++) {
            if (job.runs().get(i).row() == row) {
                names.addAll(job.selections().get(i).sessions());
                names.addAll(job.selections().get(i).unresolved());
            }
        }
        return names.toString();
    }

    /** What is computed elsewhere may be a hash. */
    private void hash(YamlScalar key, List<Diagnostic> found) {
        String text = key.text();
        boolean computed = text.contains("hashFiles") || text.contains("steps.") || text.contains("needs.");
        if (!computed && !text.contains("env.") && !text.contains("github.") && !text.contains("inputs.")) {
            found.add(Diagnostic.of(
                            RuleId.WEAK_CACHE_KEY,
                            key.place(),
                            "the key stays the same when requirements change: it has no hash of files")
                    .help("add ${{ hashFiles('noxfile.py', 'pyproject.toml') }}"));
        }
    }
}
