package se.mandat.cases;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads of the container, among which work is shared. Each piece has a request context of its own, as a call from
 * outside has.
 *
 * <p>There are few on purpose: they leave the database and the connections to people, and what they have not begun can
 * be taken by another node.
 */
final class Hands {

    static final int HOW_MANY = 4;

    private final Instance<RequestContextController> requestContexts;
    private final ThreadPoolExecutor threads;
    private volatile boolean resting;

    Hands(ThreadFactory threads, Instance<RequestContextController> requestContexts) {
        this.requestContexts = requestContexts;
        this.threads = new ThreadPoolExecutor(
                HOW_MANY, HOW_MANY, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(HOW_MANY), threads);
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Does all of it and answers when it has been done, or when they rest. For one caller at a time.
     *
     * @throws RuntimeException what one of them threw; the others are done nevertheless
     */
    void share(List<Runnable> work) {
        Queue<Runnable> left = new ConcurrentLinkedQueue<>(work);
        List<CompletableFuture<Void>> busy = new ArrayList<>();
        for (int i = 0; i < Math.min(HOW_MANY, work.size()); i++) {
            busy.add(CompletableFuture.runAsync(() -> takeOneAfterAnother(left), threads));
        }
        try {
            CompletableFuture.allOf(busy.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void takeOneAfterAnother(Queue<Runnable> left) {
        for (Runnable piece = left.poll(); piece != null && !resting; piece = left.poll()) {
            RequestContextController context = requestContexts.get();
            boolean activated = context.activate();
            try {
                piece.run();
            } finally {
                if (activated) {
                    context.deactivate();
                }
                requestContexts.destroy(context);
            }
        }
    }

    /** They finish what they have begun, and begin nothing more. */
    void rest() {
        resting = true;
        threads.shutdown();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
