package dev.genci.lower.template;

import dev.genci.lower.row.Row;
import dev.genci.manifest.LogSettings;
import dev.genci.manifest.LogSettings.When;
import dev.genci.manifest.Work;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.MayFail;
import dev.genci.pipeline.Step;
import java.util.List;

/** Makes the steps that keep what calls of nox print and report. */
public final class LogSteps {
    /** The file for the report of the only call. */
    static final String REPORT = "nox-report.json";

    private LogSteps() {}

    /** The name of the artifact with a row's log, or with its report alone. */
    public static String name(LogSettings log, Row row) {
        return log.prefix() + row.artifact().text();
    }

    /** The file for the report of one of several calls, counted from 1. */
    static String file(int number) {
        return "nox-report-" + number + ".json";
    }

    /** What comes after nox: the table of sessions, then what is uploaded. */
    static List<Step> after(Work work, LogSettings log, MayFail mayFail, boolean bash) {
        Step upload = new LogStep.UploadLog(
                log.prefix() + ArtifactSteps.OF_ROW,
                log.upload() != null,
                log.report(),
                log.upload() != When.FAILURE,
                mayFail.ever(),
                log.retentionDays(),
                work.job().image() != null);
        return log.report() ? List.of(new LogStep.ShowReport(mayFail, bash), upload) : List.of(upload);
    }
}
