package dev.genci.lsp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The one thread that compiles, so that what is slow keeps nobody from reading messages. */
final class Worker {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread worker = new Thread(task, "gen-ci compiler");
        worker.setDaemon(true);
        return worker;
    });
    /** The last of each name; only for the thread that reads messages. */
    private final Map<String, Future<?>> waiting = new HashMap<>();

    /** Does something after what it has to do now. */
    <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread);
    }

    /** Does something after a while, and nothing of that name that has not begun by now. */
    void later(String name, int milliseconds, Runnable work) {
        Future<?> before = waiting.put(name, thread.schedule(work, milliseconds, TimeUnit.MILLISECONDS));
        if (before != null) {
            before.cancel(false);
        }
    }

    /** Waits until it has done what it has to do now, but no longer than some seconds. */
    void finish(int seconds) {
        try {
            later(() -> true).get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            thread.shutdownNow();
            return;
        }
        thread.shutdownNow();
    }
}
