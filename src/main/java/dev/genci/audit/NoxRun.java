package dev.genci.audit;

import dev.genci.source.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that starts nox, in one row of a job.
 *
 * @param place of the command
 * @param via {@code step}, {@code action:./path}, {@code script:path} or {@code input:name}
 * @param command as it is written
 * @param lists whether it only lists sessions
 * @param sessions with {@code -s}; absent where nothing selects
 * @param tags with {@code -t}
 * @param keywords with {@code -k}
 * @param pythons with {@code -p}
 * @param extra with {@code --extra-python}
 * @param forced with {@code --force-python}
 * @param noxfile with {@code -f}, or that of another folder; empty for the usual one
 * @param top the folder in which the repository is checked out; empty for the usual one
 * @param envdir the folder of environments
 * @param reuses whether environments are reused; absent where only the noxfile says so
 * @param noVenv whether its options or variables let nox make no environment
 * @param installOnly whether it runs no command of a session
 * @param posargs what the sessions get
 * @param options that are neither about selection nor about reuse
 * @param assigned variables that its script sets for it, in the order of the script
 * @param variables that are set for it; {@code null} where only a run knows one, or there are too many to compare
 * @param row of the matrix, counted from 0
 * @param step of the job, counted from 0
 */
record NoxRun(
        Place place,
        String via,
        String command,
        boolean lists,
        @Nullable List<Argument> sessions,
        @Nullable List<Argument> tags,
        @Nullable Argument keywords,
        List<Argument> pythons,
        List<Argument> extra,
        List<Argument> forced,
        String noxfile,
        String top,
        String envdir,
        @Nullable Boolean reuses,
        boolean noVenv,
        boolean installOnly,
        List<Argument> posargs,
        List<String> options,
        Map<String, Argument> assigned,
        @Nullable Map<String, String> variables,
        int row,
        int step) {}
