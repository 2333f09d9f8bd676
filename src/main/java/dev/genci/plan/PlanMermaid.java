package dev.genci.plan;

import java.util.HashSet;
import java.util.Set;

/** A plan as a flowchart of Mermaid, which both forges draw in Markdown. The critical path is bold. */
public final class PlanMermaid {
    private PlanMermaid() {}

    /** The text of the diagram, without a fence. */
    public static String print(Plan plan) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        Set<Integer> critical = new HashSet<>(Timing.of(plan).criticalPath());
        for (int i = 0; i < plan.jobs().size(); i++) {
            PlannedJob job = plan.jobs().get(i);
            String label = quoted(job.id());
            if (job.rows().size() > 1) {
                label += "<br>" + job.rows().size() + " rows";
            }
            if (job.seconds() > 0) {
                label += "<br>" + PlanText.time(job.seconds());
            }
            out.append("  j")
                    .append(i)
                    .append(job.rows().isEmpty() ? "([\"" : "[\"")
                    .append(label);
            out.append(job.rows().isEmpty() ? "\"])\n" : "\"]\n");
        }
        for (int i = 0; i < plan.jobs().size(); i++) {
            for (int need : plan.jobs().get(i).needs()) {
                boolean bold = critical.contains(i) && critical.contains(need);
                out.append("  j")
                        .append(need)
                        .append(bold ? " ==> j" : " --> j")
                        .append(i)
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** Mermaid reads entities in a label. */
    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
