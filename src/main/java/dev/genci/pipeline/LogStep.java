package dev.genci.pipeline;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that keep what calls of nox print and report. */
public final class LogStep {
    private LogStep() {}

    /** Puts out the folder for temporary files, which no expression tells in a container. */
    public record FindTemporary(boolean bash) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(bash);
        }
    }

    /**
     * Shows nox's reports; fails if no session ran.
     *
     * @param mayFail in which rows that leaves the job green
     */
    public record ShowReport(MayFail mayFail, boolean bash) implements Step {
        @Override
        public List<@Nullable Object> parts() {
            return List.of(mayFail, bash);
        }
    }

    /**
     * Uploads what calls of nox have left in the folder for temporary files.
     *
     * @param name of the artifact, different in each row
     * @param log whether the output is there
     * @param report whether reports are there
     * @param always whether it is uploaded after a success, too
     * @param mayFail whether there are rows in which a failure of nox leaves the job green
     * @param retentionDays absent for the repository's setting
     * @param inContainer whether the job runs in a container, in which that folder is another one
     */
    public record UploadLog(
            String name,
            boolean log,
            boolean report,
            boolean always,
            boolean mayFail,
            @Nullable Integer retentionDays,
            boolean inContainer)
            implements Step {
        /** The same with another name. */
        public UploadLog called(String other) {
            return new UploadLog(other, log, report, always, mayFail, retentionDays, inContainer);
        }

        @Override
        public List<@Nullable Object> parts() {
            return Arrays.asList(name, log, report, always, mayFail, retentionDays, inContainer);
        }
    }
}
