package dev.genci.manifest;

import java.util.List;

/**
 * Which workflows an entry belongs to.
 *
 * @param workflows their ids; empty for that of the top level
 * @param here whether the workflow of the manifest that has the entry is one of them
 */
public record Membership(List<Located<String>> workflows, boolean here) {
    static Membership of(List<Located<String>> workflows, String here) {
        return new Membership(
                workflows,
                workflows.isEmpty()
                        ? here.equals(Workflow.TOP)
                        : workflows.stream().anyMatch(id -> id.value().equals(here)));
    }

    /** Their ids. */
    public List<String> ids() {
        return workflows.isEmpty() ? List.of(Workflow.TOP) : Located.values(workflows);
    }

    /** Whether some workflow has both this entry and another one. */
    public boolean meets(Membership other) {
        return ids().stream().anyMatch(other.ids()::contains);
    }
}
