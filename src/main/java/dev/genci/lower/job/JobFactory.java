package dev.genci.lower.job;

import dev.genci.data.NoxVariables;
import dev.genci.data.Value;
import dev.genci.lower.group.ScheduledJob;
import dev.genci.lower.group.SessionRows;
import dev.genci.lower.row.KnownField;
import dev.genci.lower.row.Row;
import dev.genci.lower.row.RowField;
import dev.genci.lower.template.JobTemplate;
import dev.genci.lower.template.PassedTemplate;
import dev.genci.lower.template.SecondPython;
import dev.genci.manifest.Listing;
import dev.genci.manifest.Located;
import dev.genci.pipeline.Condition;
import dev.genci.pipeline.Job;
import dev.genci.pipeline.Matrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the jobs of a group. */
public final class JobFactory {
    /** Lines of purposes above a job: who wants to know more looks into the manifest. */
    private static final int MOST_PURPOSES = 10;

    private static final Value BASH = Value.fields().with("run", Value.fields().with("shell", Value.of("bash")));

    private final int mostRows;
    private final StepLists steps;
    private final @Nullable SecondPython second;

    /**
     * For one workflow.
     *
     * @param mostRows of a matrix
     * @param second fits the step for another interpreter to the rows; absent where no job has one that has a condition
     * @param steps gets the lists of their steps
     */
    public JobFactory(int mostRows, @Nullable SecondPython second, StepLists steps) {
        this.mostRows = mostRows;
        this.second = second;
        this.steps = steps;
    }

    /** One job, or several of nearly equal size where there are more rows than a matrix may have. */
    List<Job> jobs(String id, List<SessionRows> group, List<String> needs, Condition condition) {
        List<Row> rows = group.stream().flatMap(own -> own.rows().stream()).toList();
        JobTemplate made = group.get(0).template();
        JobTemplate template = second == null ? made : second.fitted(made, pythons(rows));
        RowTable table = RowTable.of(rows, template);
        int parts = (rows.size() + mostRows - 1) / mostRows;
        List<Job> jobs = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            RowTable own = table.slice(part * rows.size() / parts, (part + 1) * rows.size() / parts);
            MatrixFactory matrix = MatrixFactory.of(own);
            List<String> arguments = own.sameArguments();
            boolean posargs = arguments.isEmpty() && own.uses(KnownField.POSARGS);
            JobTemplate filled = template.filled(field -> text(RowField.read(field), template, matrix));
            jobs.add(new Job(
                    parts == 1 ? id : id + "-" + (part + 1),
                    comments(group),
                    matrix.column(KnownField.TITLE),
                    needs,
                    condition,
                    matrix.matrix(),
                    fields(filled, matrix, posargs),
                    steps.of(filled, arguments, posargs),
                    null));
        }
        return jobs;
    }

    /** What a job reads of its rows. Artifacts that are called as sessions are, are so in every job: the step can be shared. */
    private static String text(RowField field, JobTemplate template, MatrixFactory matrix) {
        String text = matrix.text(field);
        boolean same = field == KnownField.ARTIFACT && text.equals(matrix.text(KnownField.SESSION));
        return same && template.variables().get(NoxVariables.SESSION) == KnownField.SESSION
                ? "${{ env." + NoxVariables.SESSION + " }}"
                : text;
    }

    private static Set<String> pythons(List<Row> rows) {
        Set<String> pythons = new HashSet<>();
        for (Row row : rows) {
            if (row.value(KnownField.PYTHON) instanceof Value.Text python) {
                pythons.add(python.text());
            }
        }
        return pythons;
    }

    /** A job of the manifest. */
    Job job(String id, ScheduledJob job, List<String> needs, Condition condition) {
        PassedTemplate template = job.template();
        Located<String> name = job.entry().title();
        return new Job(
                id,
                List.of(),
                Value.of(name == null ? id : name.value()),
                needs,
                condition,
                new Matrix.None(),
                template.fields(),
                steps.of(template),
                template.uses());
    }

    /** The purposes of sessions, behind their names where there are several, and what they say themselves. */
    private static List<String> comments(List<SessionRows> group) {
        Map<String, List<Listing>> members = new LinkedHashMap<>();
        for (SessionRows own : group) {
            addUnlessSaid(
                    members.computeIfAbsent(own.work().name(), name -> new ArrayList<>(1)),
                    own.work().listing());
        }
        boolean alone = members.size() == 1;
        List<String> comments = new ArrayList<>();
        int said = 0;
        for (Map.Entry<String, List<Listing>> member : members.entrySet()) {
            if (said++ < MOST_PURPOSES) {
                String purpose = member.getValue().get(0).purpose().value();
                comments.add(alone ? purpose : member.getKey() + ": " + purpose);
            }
            for (Listing listing : member.getValue()) {
                comments.addAll(Comments.of(listing, !alone));
            }
        }
        if (said > MOST_PURPOSES) {
            comments.add("and " + (said - MOST_PURPOSES) + " more");
        }
        return comments;
    }

    /** Rows of one session can have comments of their own, but most have one in common. */
    private static void addUnlessSaid(List<Listing> all, Listing one) {
        for (Listing other : all) {
            if (Objects.equals(other.comment(), one.comment())) {
                return;
            }
        }
        all.add(one);
    }

    private Value.Fields fields(JobTemplate template, MatrixFactory matrix, boolean posargs) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("runs-on", matrix.column(KnownField.OS));
        Integer timeout = template.timeout();
        fields.put("timeout-minutes", timeout == null ? matrix.column(KnownField.TIMEOUT_MINUTES) : Value.of(timeout));
        fields.put("permissions", template.permissions());
        if (template.bash()) {
            fields.put("defaults", BASH);
        }
        fields.putAll(template.passed().fields());
        if (!(matrix.matrix() instanceof Matrix.None)) {
            fields.put("strategy", Value.fields().with("fail-fast", template.failFast()));
        }
        Map<String, Value> env = new LinkedHashMap<>();
        template.variables().forEach((name, field) -> {
            if (field != KnownField.POSARGS || posargs) {
                env.put(name, matrix.column(field));
            }
        });
        template.env()
                .fields()
                .forEach((name, value) -> env.put(
                        name, value instanceof Value.Nothing ? matrix.column(new RowField.Variable(name)) : value));
        if (!env.isEmpty()) {
            fields.put("env", new Value.Fields(env));
        }
        return new Value.Fields(fields);
    }
}
