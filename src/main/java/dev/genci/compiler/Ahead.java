package dev.genci.compiler;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is made on a thread of its own, while something else is done. */
final class Ahead<T> {
    private final FutureTask<T> task;

    /** Starts at once. */
    Ahead(Callable<T> make) {
        task = new FutureTask<>(make);
        Thread thread = new Thread(task, "ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is there. What went wrong in the making is thrown here. */
    T get() {
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
