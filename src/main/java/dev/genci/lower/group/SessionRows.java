package dev.genci.lower.group;

import dev.genci.lower.row.Row;
import dev.genci.lower.template.JobTemplate;
import dev.genci.manifest.Runner;
import dev.genci.manifest.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one session that stay together: all of them, or a single one where the session must not overlap with others, or
 * runs in several places of which one is an expression.
 *
 * @param number that of its session in the manifest
 * @param name the base of the job's id
 */
public record SessionRows(int number, Work work, String name, List<Row> rows, JobTemplate template, Standing standing)
        implements Scheduled {
    @Override
    public Work entry() {
        return work;
    }

    @Override
    public @Nullable String condition() {
        return template.condition();
    }

    @Override
    public List<String> paths() {
        return template.paths();
    }

    @Override
    public boolean isExclusive() {
        return !work.mayOverlap();
    }

    @Override
    public boolean asksStatus() {
        return false;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public List<SessionRows> parts(boolean chained) {
        return chained && isExclusive() || mustBeSplit() ? split() : List.of(this);
    }

    /** Whether the rows cannot share a matrix: some forges read an expression in a matrix as text. */
    private boolean mustBeSplit() {
        Runner first = rows.get(0).runner();
        return rows.stream().anyMatch(row -> row.runner().evaluated())
                && !rows.stream().allMatch(row -> row.runner().isSame(first));
    }

    /** The expressions that the rows have in common with every row of their job: for the runner, and in the name. */
    List<String> expressions() {
        Row first = rows.get(0);
        Set<String> texts = new LinkedHashSet<>();
        texts.add(first.runner().word());
        texts.add(first.name().text());
        texts.add(first.title().text());
        texts.removeIf(text -> !text.contains("${{"));
        return List.copyOf(texts);
    }

    /** The rows one by one. */
    private List<SessionRows> split() {
        return rows.stream()
                .map(row -> new SessionRows(
                        number, work, rows.size() == 1 ? name : row.name().text(), List.of(row), template, standing))
                .toList();
    }
}
