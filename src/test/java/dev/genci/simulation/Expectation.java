package dev.genci.simulation;

import dev.genci.property.Spec;
import dev.genci.property.SpecRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the manifest promises of a run: which sessions run, and what the jobs that decide say. */
final class Expectation {
    private final Spec spec;
    private final Scenario scenario;
    private final Map<String, Result> sessions = new HashMap<>();

    Expectation(Spec spec, Scenario scenario) {
        this.spec = spec;
        this.scenario = scenario;
        spec.rows().keySet().forEach(this::session);
    }

    /** How a session ends. */
    Result session(String name) {
        Result known = sessions.get(name);
        if (known != null) {
            return known;
        }
        boolean asked = spec.condition(name) == null
                || new Evaluator(scenario.context(), Map.of()).isTrue(spec.condition(name));
        boolean ready = spec.needs(name).stream().allMatch(need -> session(need) == Result.SUCCESS);
        List<Result> rows = new ArrayList<>();
        for (SpecRow row : spec.rows().get(name)) {
            rows.add(asked && ready ? scenario.fate(row.name()) : Result.SKIPPED);
        }
        Result result = Result.of(rows);
        sessions.put(name, result);
        return result;
    }

    /** A session is well when it succeeded, or was skipped and nothing before it went wrong. */
    private boolean isWell(String name) {
        Result result = session(name);
        return result == Result.SUCCESS
                || result == Result.SKIPPED
                        && spec.ancestors(name).stream()
                                .map(this::session)
                                .noneMatch(before -> before == Result.FAILURE || before == Result.CANCELLED);
    }

    /** What every job that decides says, by its name. */
    Map<String, Result> verdicts() {
        Map<String, Result> verdicts = new LinkedHashMap<>();
        spec.statusJobs().forEach((name, members) -> verdicts.put(name, verdict(members)));
        verdicts.put(spec.finalJob(), verdict(spec.rows().keySet()));
        return verdicts;
    }

    private Result verdict(Set<String> members) {
        return members.stream().allMatch(this::isWell) ? Result.SUCCESS : Result.FAILURE;
    }
}
