package dev.genci.audit;

import dev.genci.edit.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of a job in what a workflow says. */
final class Steps {
    private Steps() {}

    /** Those of a job; none, also of the document, where there is no list. */
    @SuppressWarnings("unchecked") // of the lists that Plain makes
    static List<Object> of(Object workflow, String job) {
        Map<String, Object> jobs = Plain.map(workflow, "jobs");
        Object value = Plain.map(jobs, job).get("steps");
        return value instanceof List<?> ? (List<Object>) value : new ArrayList<>();
    }
}
