package vn.lienthong.node.delivery.internal.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once, on virtual threads, and waits for all of them. */
final class Parallel {

    private Parallel() {}

    /** Something to be done. */
    @FunctionalInterface
    interface Task<T> {
        T run();
    }

    /** Returns the results in the order of the tasks; what one of them throws is thrown after all have ended. */
    static <T> List<T> all(List<Task<T>> tasks) {
        if (tasks.size() == 1) {
            return List.of(tasks.getFirst().run());
        }
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.forEach(task -> futures.add(threads.submit(task::run)));
        }
        return futures.stream().map(Parallel::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }
}
