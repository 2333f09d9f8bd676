package dev.genci.analysis.rule;

import dev.genci.analysis.Analysis;
import dev.genci.diagnostic.Diagnostic;
import dev.genci.diagnostic.RuleId;
import dev.genci.expression.RowReferences;
import dev.genci.manifest.Entry;
import dev.genci.manifest.FinalJob;
import dev.genci.manifest.Located;
import dev.genci.manifest.Meta;
import dev.genci.manifest.PassedJob;
import dev.genci.manifest.Work;
import dev.genci.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every row and every job has a unique name, because branch protection and people identify them by it. */
final class NameClash implements Rule {
    @Override
    public RuleId id() {
        return RuleId.NAME_CLASH;
    }

    @Override
    public void check(Analysis analysis, Consumer<Diagnostic> report) {
        Map<String, Owner> owners = new HashMap<>();
        FinalJob finalJob = analysis.manifest().workflow().finalJob();
        Meta stands = analysis.manifest().finalMeta();
        if (finalJob != null) {
            own(finalJob, stands, owners);
        }
        List<Entry> entries = analysis.entries();
        for (Entry entry : entries) {
            if (entry instanceof Meta && entry.inCi() && entry != stands) {
                claim(entry, title(entry), owners, report);
            }
        }
        for (PassedJob job : analysis.jobs()) {
            // A forge makes names of its own for the rows of a matrix.
            if (!job.hasRows() && !title(job).contains("${{")) {
                claim(job, title(job), owners, report);
            }
        }
        for (int number = 0; number < entries.size(); number++) {
            if (entries.get(number) instanceof Work work && work.inCi()) {
                for (Work part : work.parts()) {
                    for (String name : names(part, analysis)) {
                        claim(work, name, owners, report);
                    }
                }
            }
        }
    }

    private static void own(FinalJob finalJob, @Nullable Meta stands, Map<String, Owner> owners) {
        String id = finalJob.name().value();
        Located<String> title = stands == null || stands.title() == null ? finalJob.title() : stands.title();
        owners.put(
                title == null ? id : title.value(),
                new Owner(
                        stands,
                        id,
                        "the final job",
                        finalJob.title() == null
                                ? finalJob.name().place()
                                : finalJob.title().place()));
    }

    /**
     * What has a name.
     *
     * @param id what its id is made of
     */
    private record Owner(@Nullable Entry entry, String id, String words, Place place) {}

    private void claim(Entry entry, String name, Map<String, Owner> owners, Consumer<Diagnostic> report) {
        Owner first =
                owners.putIfAbsent(name, new Owner(entry, entry.name(), "\"" + entry.name() + "\"", place(entry)));
        if (first == null) {
            return;
        }
        // A session named like the final job or a meta-session, or like a job, is reported as a clash of ids.
        boolean ids = !(first.entry() instanceof Work) && first.id().equals(entry.name());
        ids &= !(first.entry() instanceof PassedJob job) || job.name().equals(entry.name());
        boolean own = first.entry() == entry;
        if (!ids) {
            Diagnostic error = Diagnostic.of(
                    id(),
                    place(entry),
                    own
                            ? "two rows of \"" + entry.name() + "\" would be called \"" + name + "\""
                            : "\"" + entry.name() + "\" and " + first.words() + " would both be called \"" + name
                                    + "\"");
            report.accept(
                    own
                            ? error.help(
                                    entry.title() == null
                                            ? null
                                            : "add a field that differs, for example: ${{ row.python }}, ${{ row.os }}")
                            : error.related(first.place(), "the other one"));
        }
    }

    private static String title(Entry entry) {
        Located<String> title = entry.title();
        return title == null ? entry.name() : title.value();
    }

    private static Place place(Entry entry) {
        Located<String> title = entry.title();
        return title == null ? entry.place() : title.place();
    }

    /** The names of a session's rows. */
    private static List<String> names(Work work, Analysis analysis) {
        Located<String> title = work.title();
        if (title == null) {
            return KnownRows.names(work, analysis.invocations(work));
        }
        List<Map<String, String>> rows = KnownRows.rows(work, analysis.invocations(work));
        // What cannot be filled is told by another rule.
        if (!RowReferences.isSound(title.value())
                || !rows.stream()
                        .allMatch(row -> row.keySet().containsAll(RowReferences.fields(title.value(), false)))) {
            return List.of();
        }
        return rows.stream()
                .map(row -> RowReferences.filled(title.value(), false, row::get))
                .toList();
    }
}
