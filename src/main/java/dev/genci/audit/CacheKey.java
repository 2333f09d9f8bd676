package dev.genci.audit;

import dev.genci.workflow.Step;
import dev.genci.workflow.Uses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key for the environments of a job.
 *
 * @param text of the key
 * @param obstacle why there is none; empty where there is
 */
record CacheKey(String text, String obstacle) {
    /**
     * That of a job: the job, its system and interpreter, what differs between its rows, and a hash of what environments are made of.
     *
     * @param first the step that it is for
     */
    static CacheKey of(AuditedWorkflow workflow, AuditedJob job, int first) {
        if (job.rows().unknown() != null) {
            return new CacheKey("", "only a run knows the rows of its matrix, which belong into the key");
        }
        String interpreter = interpreter(workflow.library(), job.job().steps().subList(0, first));
        if (interpreter.isEmpty()) {
            return new CacheKey(
                    "",
                    "no step before nox sets up the Python that belongs into the key, such as actions/setup-python");
        }
        StringBuilder key = new StringBuilder("nox-${{ runner.os }}-${{ runner.arch }}-")
                .append(interpreter)
                .append("-${{ github.job }}");
        for (String name : differing(job.rows().rows())) {
            key.append("-${{ matrix.").append(name).append(" }}");
        }
        // The files that gen-ci hashes for jobs of its own.
        Set<String> noxfiles = new TreeSet<>();
        job.runs().forEach(run -> noxfiles.add(run.noxfile().isEmpty() ? "noxfile.py" : run.noxfile()));
        key.append("-${{ hashFiles(")
                .append("'pyproject.toml', '")
                .append(String.join("', '", noxfiles))
                .append("', '*.lock', 'requirements*.txt') }}");
        boolean plain = noxfiles.stream().allMatch(name -> name.matches("[\\w./-]+"));
        return plain ? new CacheKey(key.toString(), "") : new CacheKey("", "the name of its noxfile is not known");
    }

    /** An expression that tells interpreters apart; empty where nothing sets one up. */
    private static String interpreter(Library library, List<Step> steps) {
        String found = "";
        for (Step step : steps) {
            Uses uses = step.uses();
            if (uses == null) {
                continue;
            }
            String name = uses.repository();
            Library.Action local =
                    Paths.isOfRepository(uses.address()) ? library.action(Paths.normal(uses.address())) : null;
            if (local != null) {
                String inner = interpreter(library, local.steps());
                found = inner.startsWith("${{ env.") ? inner : found;
            } else if (name.equals("actions/setup-python") || name.equals("wntrblm/nox")) {
                String id = step.settings().text("id");
                found = id.isEmpty() || !name.startsWith("actions/")
                        ? "${{ env.pythonLocation }}"
                        : "${{ steps." + id + ".outputs.python-version }}";
            } else if (name.equals("astral-sh/setup-uv")
                    && step.settings().in("with").has("python-version")) {
                found = "${{ env.UV_PYTHON }}";
            }
        }
        return found;
    }

    /** The keys of the matrix whose values tell rows apart, as far as they may be in a key. */
    private static Set<String> differing(List<Map<String, Content>> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        names.removeIf(name -> !name.matches("[A-Za-z_][\\w-]*") || !isText(name, rows));
        return names;
    }

    private static boolean isText(String name, List<Map<String, Content>> rows) {
        Set<String> values = new LinkedHashSet<>();
        for (Map<String, Content> row : rows) {
            Content content = row.get(name);
            String value = content == null ? "" : content.text();
            // No cache has a key with a comma.
            if (value == null || value.indexOf(',') >= 0 || value.indexOf('\n') >= 0) {
                return false;
            }
            values.add(value);
        }
        return values.size() > 1;
    }
}
