package dev.genci.lower.template;

import dev.genci.data.InterpreterSource;
import dev.genci.manifest.SessionKey;
import dev.genci.pipeline.LogStep;
import dev.genci.pipeline.NoxOptions;
import dev.genci.pipeline.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Names the keys of the manifest that steps are made of. */
final class StepKeys {
    /** The steps of the manifest. */
    private static final String CUSTOM =
            SessionKey.FIRST.key() + "\", \"" + SessionKey.BEFORE.key() + "\" or \"" + SessionKey.AFTER.key();

    private StepKeys() {}

    /** The key that makes the difference between two steps at the same place. */
    static String of(Step one, Step other) {
        if (ExtraPythons.isOne(one) || ExtraPythons.isOne(other)) {
            return SessionKey.EXTRA_PYTHONS.key();
        }
        if (one instanceof Step.Custom || other instanceof Step.Custom) {
            return CUSTOM;
        }
        if (one instanceof Step.CheckOut || other instanceof Step.CheckOut) {
            return SessionKey.CHECKOUT.key();
        }
        if (source(one) != source(other)) {
            return SessionKey.PYTHON_SETUP.key();
        }
        boolean logs = isLog(one) || isLog(other);
        if (logs || one instanceof Step.RunNox a && other instanceof Step.RunNox b && !leaveSame(a, b)) {
            return SessionKey.LOG.key() + "\" or \"" + SessionKey.REPORT.key();
        }
        if (one instanceof Step.RunCommand) {
            return SessionKey.RUN.key();
        }
        if (one instanceof Step.RestoreCache || one instanceof Step.Describe != other instanceof Step.Describe) {
            return SessionKey.CACHE.key();
        }
        if (one instanceof Step.CallNox a && other instanceof Step.CallNox b) {
            return a.options().command().equals(b.options().command()) ? SessionKey.CALLS.key() : SessionKey.NOX.key();
        }
        boolean differ = one instanceof Step.RunNox a
                && other instanceof Step.RunNox b
                && !(a.options().command().equals(b.options().command())
                        && a.env().equals(b.env()));
        if (differ || one instanceof Step.InstallNox != other instanceof Step.InstallNox) {
            return SessionKey.NOX.key();
        }
        return one instanceof Step.RunNox a
                        && other instanceof Step.RunNox b
                        && a.options().force() == b.options().force()
                ? SessionKey.POSARGS.key()
                : SessionKey.PYTHON.key();
    }

    /** The key that makes two jobs work in different places or ways, on which other steps depend, too; absent where they do not. */
    static @Nullable String ofPlace(List<Step> some, List<Step> others) {
        if (!Objects.equals(directory(some), directory(others))) {
            return SessionKey.WORKING_DIRECTORY.key();
        }
        if (!Objects.equals(shell(some), shell(others))) {
            return SessionKey.SHELL.key();
        }
        return noxfile(some).equals(noxfile(others)) ? null : SessionKey.NOXFILE.key();
    }

    private static @Nullable String directory(List<Step> steps) {
        NoxOptions options = options(steps);
        Step.RunCommand command = command(steps);
        return options != null ? options.directory() : command != null ? command.directory() : null;
    }

    private static @Nullable String shell(List<Step> steps) {
        NoxOptions options = options(steps);
        Step.RunCommand command = command(steps);
        return options != null ? options.shell() : command != null ? command.shell() : null;
    }

    private static @Nullable NoxOptions options(List<Step> steps) {
        for (Step step : steps) {
            if (options(step) != null) {
                return options(step);
            }
        }
        return null;
    }

    private static Step.@Nullable RunCommand command(List<Step> steps) {
        for (Step step : steps) {
            if (step instanceof Step.RunCommand command) {
                return command;
            }
        }
        return null;
    }

    /** The options that name it. */
    private static List<String> noxfile(List<Step> steps) {
        NoxOptions options = options(steps);
        return options == null
                ? List.of()
                : options.args().subList(0, options.args().indexOf("--noxfile") < 0 ? 0 : 2);
    }

    private static @Nullable NoxOptions options(Step step) {
        return step instanceof Step.RunNox nox
                ? nox.options()
                : step instanceof Step.CallNox call ? call.options() : null;
    }

    private static boolean isLog(Step step) {
        return step instanceof LogStep.ShowReport
                || step instanceof LogStep.UploadLog
                || step instanceof LogStep.FindTemporary;
    }

    private static boolean leaveSame(Step.RunNox one, Step.RunNox other) {
        return one.options().logged() == other.options().logged()
                && Objects.equals(one.options().report(), other.options().report());
    }

    private static @Nullable InterpreterSource source(Step step) {
        return step instanceof Step.SetUpPython setUp ? setUp.source() : null;
    }
}
