package dev.genci.takeover;

import dev.genci.audit.ReadRow;
import dev.genci.audit.ReadRun;
import dev.genci.data.Value;
import dev.genci.noxfile.NoxSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a job runs, and on what.
 *
 * @param how it names its sessions
 * @param function of the sessions; empty for {@link How#CALLS}
 * @param session the only one, of {@link How#NAME}, {@link How#FORCE} and {@link How#JOB}
 * @param runs that run sessions
 * @param os its label; empty where it has several or only a run knows it
 * @param runner as it is written, where it is no label
 * @param setUp what the job sets up
 * @param python of the row of the manifest; empty where none is named
 */
record Cell(
        ReadRow row,
        How how,
        String function,
        @Nullable NoxSession session,
        List<ReadRun> runs,
        String os,
        @Nullable Value runner,
        SetUp setUp,
        String python) {

    /** How a row names its sessions. */
    enum How {
        /** One session, whose name has the interpreter. */
        NAME,
        /** One session, with an interpreter that the command forces. */
        FORCE,
        /** One session, on the interpreter of the job. */
        JOB,
        /** All sessions of a function, one after another. */
        ALL,
        /** Any sessions of several functions or calls. */
        CALLS
    }

    /** That of a row whose sessions are all known, at least one. */
    static Cell of(ReadRow row, Set<String> whole, String os, @Nullable Value runner, SetUp setUp) {
        List<ReadRun> runs =
                row.runs().stream().filter(run -> !run.installOnly()).toList();
        ReadRun first = runs.get(0);
        NoxSession session = first.sessions().get(0);
        Set<String> names = new LinkedHashSet<>();
        first.sessions().forEach(each -> names.add(each.session()));
        boolean one = runs.size() == 1
                && first.tags().isEmpty()
                && first.noxfile().isEmpty()
                && !first.options().contains("--no-install");
        if (one && names.size() == 1) {
            return single(row, session, runs, os, runner, setUp);
        }
        if (one && names.equals(whole)) {
            return new Cell(row, How.ALL, session.name(), null, runs, os, runner, setUp, setUp.python());
        }
        String forced = forced(runs);
        return new Cell(row, How.CALLS, "", null, runs, os, runner, setUp, forced.isEmpty() ? setUp.python() : forced);
    }

    /** The interpreter that all commands force; empty where there is no such. */
    private static String forced(List<ReadRun> runs) {
        Set<String> pythons = new LinkedHashSet<>();
        for (ReadRun run : runs) {
            run.sessions().forEach(each -> pythons.add(run.forced() ? String.valueOf(each.python()) : ""));
        }
        return pythons.size() == 1 ? pythons.iterator().next() : "";
    }

    private static Cell single(
            ReadRow row, NoxSession session, List<ReadRun> runs, String os, @Nullable Value runner, SetUp setUp) {
        boolean forces = runs.get(0).forced();
        String asked = String.valueOf(session.python());
        String forced = forces ? SetUp.named(asked) : asked;
        // The first interpreter on the PATH, which the job sets up.
        boolean any = session.python() != null && !NoxSession.isVersion(forced);
        String named = any || forced.matches("python3?") && !setUp.python().isEmpty() ? setUp.python() : forced;
        How how = forces ? How.FORCE : session.listsPython() ? How.NAME : How.JOB;
        boolean exact = session.python() == null || (setUp.python() + ".").startsWith(named + ".");
        String python = how != How.JOB || !exact ? named : setUp.python();
        // An exact release in place of the one that the name means: nox finds it on the PATH of the job.
        if (how == How.NAME && setUp.python().startsWith(named + ".")) {
            return new Cell(
                    row, How.JOB, session.name() + "-" + named, session, runs, os, runner, setUp, setUp.python());
        }
        return new Cell(row, how, session.name(), session, runs, os, runner, setUp, python);
    }

    /** What nox shows inside the parentheses; empty where there is nothing. */
    String parameters() {
        String inside = session == null ? "" : session.parameters();
        return inside.isEmpty() ? "" : inside.substring(1, inside.length() - 1);
    }

    /**
     * What must be equal for rows of one entry.
     *
     * @param optional steps that only run in rows of some interpreters or systems
     */
    String kind(Set<Integer> optional) {
        List<String> parts = new ArrayList<>(List.of(how == How.NAME ? How.FORCE.name() : how.name(), function));
        for (ReadRun run : runs) {
            if (how == How.CALLS && optional.contains(run.step())) {
                continue;
            }
            // What the session gets may differ from row to row, what a call gets may not.
            boolean open = how != How.CALLS && run.posargsKnown();
            parts.add(run.step() + " " + (open ? "" : run.posargs()) + run.options() + run.noxfile());
            if (how == How.CALLS) {
                parts.add(
                        run.tags().isEmpty()
                                ? run.sessions().stream()
                                        .map(this::neutral)
                                        .toList()
                                        .toString()
                                : "-t " + run.tags());
            }
        }
        parts.add(String.valueOf(runner));
        // A list of interpreters or systems has no place for none.
        parts.add(python.isEmpty() + " " + os.isEmpty());
        parts.add(setUp.kind());
        return parts.toString();
    }

    /** A session's name in a list of calls: without the interpreter that the row has anyway. */
    String neutral(NoxSession each) {
        return each.python() != null && each.python().equals(python) ? each.name() + each.parameters() : each.session();
    }
}
