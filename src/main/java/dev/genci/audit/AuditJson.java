package dev.genci.audit;

import dev.genci.report.Finding;
import dev.genci.report.JsonReport;
import dev.genci.report.JsonText;
import dev.genci.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An audit for programs, as {@code schemas/audit.schema.json} describes it. */
public final class AuditJson {
    /** Rises when a program that reads it would have to change. */
    private static final int VERSION = 1;

    private AuditJson() {}

    /**
     * One job a line, and one finding a line.
     *
     * @param name of a file, as the reader finds it
     */
    public static String print(Audit audit, List<Finding> findings, Function<SourceFile, String> name) {
        List<String> workflows = audit.workflows().stream()
                .map(workflow ->
                        workflow(workflow, name.apply(workflow.workflow().file())))
                .toList();
        return "{\n  \"version\": " + VERSION + ",\n  \"workflows\": " + list(workflows, "    ", "  ")
                + ",\n  \"findings\": "
                + list(findings.stream().map(JsonReport::finding).toList(), "    ", "  ") + "\n}\n";
    }

    private static String workflow(AuditedWorkflow workflow, String name) {
        return "{\"file\": " + JsonText.quoted(name) + ", \"jobs\": "
                + list(workflow.jobs().stream().map(AuditJson::job).toList(), "      ", "    ") + "}";
    }

    private static String job(AuditedJob job) {
        boolean known = job.rows().unknown() == null;
        return "{\"id\": " + JsonText.quoted(job.job().id())
                + ", \"line\": " + job.job().place().line()
                + ", \"kind\": \"" + job.kind().name().toLowerCase(Locale.ROOT) + "\""
                + ", \"sessions\": " + texts(job.sessions())
                + ", \"default\": " + job.byDefault()
                + ", \"unresolved\": " + texts(job.unresolved())
                + ", \"rows\": " + (known ? job.rows().rows().size() : null)
                + ", \"noxCache\": " + job.isCached()
                + ", \"timeout\": " + text(job.timeout())
                + ", \"commands\": "
                + job.commands().stream().map(AuditJson::command).collect(Collectors.joining(", ", "[", "]"))
                + "}";
    }

    private static String command(NoxRun run) {
        return "{\"line\": " + run.place().line() + ", \"via\": " + JsonText.quoted(run.via()) + ", \"text\": "
                + JsonText.quoted(run.command()) + ", \"lists\": " + run.lists() + "}";
    }

    private static String text(@Nullable String text) {
        return text == null ? "null" : JsonText.quoted(text);
    }

    private static String texts(Collection<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String list(List<String> rows, String margin, String end) {
        return rows.isEmpty() ? "[]" : "[\n" + margin + String.join(",\n" + margin, rows) + "\n" + end + "]";
    }
}
