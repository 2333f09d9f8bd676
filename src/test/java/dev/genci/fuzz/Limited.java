package dev.genci.fuzz;

import dev.genci.cli.GenCi;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Runs a subject on a thread of its own, for as long as it may take. */
final class Limited {
    private static final int TRACE = 8;
    private static final int MOST_ROUNDS = 6;

    private final Subject subject;
    private final Duration limit;

    Limited(Subject subject, Duration limit) {
        this.subject = subject;
        this.limit = limit;
    }

    /** Ends the look at a manifest: it broke a promise. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Broken(Fault.Kind kind, String detail) {
            super(detail, null, false, false);
            this.fault = new Fault(kind, detail);
        }

        Fault fault() {
            return fault;
        }
    }

    GenCi.Result run(Path folder, String... args) throws InterruptedException {
        String call = "gen-ci " + String.join(" ", args);
        Callable<GenCi.Result> body = () -> subject.run(folder, List.of(args));
        FutureTask<GenCi.Result> task = new FutureTask<>(body);
        Thread thread = new Thread(task, call);
        thread.setDaemon(true);
        thread.start();
        try {
            return get(task, thread);
        } catch (TimeoutException e) {
            String where = Arrays.stream(thread.getStackTrace())
                    .limit(TRACE)
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining());
            thread.interrupt();
            throw new Broken(Fault.Kind.HANG, call + " took more than " + limit.toSeconds() + " s" + where);
        } catch (ExecutionException e) {
            throw new Broken(Fault.Kind.EXIT, call + " threw " + e.getCause());
        }
    }

    /** A machine that is busy with something else, or asleep, is not what is tried here: then it gets more time. */
    private GenCi.Result get(FutureTask<GenCi.Result> task, Thread thread)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (int round = 1; ; round++) {
            try {
                return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
                if (round == MOST_ROUNDS || worked > limit.toNanos() / 2) {
                    throw e;
                }
            }
        }
    }
}
