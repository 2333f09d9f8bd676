package dev.genci.compiler;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value that is made once: at its first use, or before that on a separate thread. */
final class Deferred<T> {
    private final FutureTask<T> task;

    /** @param make is not called yet */
    Deferred(Callable<T> make) {
        task = new FutureTask<>(make);
    }

    /** Starts making it on a separate thread. */
    Deferred<T> start() {
        Thread thread = new Thread(task, "gen-ci deferred");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** The value; waits until it is there. What went wrong in the making is thrown here. */
    T get() {
        task.run(); // does nothing when another thread does it or has done it
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
