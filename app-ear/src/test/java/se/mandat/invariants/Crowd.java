package se.mandat.invariants;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many who do something at the same moment. */
final class Crowd implements AutoCloseable {

    private final ExecutorService people;

    Crowd(int howMany) {
        this.people = Executors.newFixedThreadPool(howMany);
    }

    /** All of it has been done when this returns. */
    void does(List<Runnable> work) {
        List<CompletableFuture<Void>> all = work.stream()
                .map(one -> CompletableFuture.runAsync(one, people))
                .toList();
        for (CompletableFuture<Void> one : all) {
            try {
                one.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof AssertionError violation) {
                    throw violation;
                }
                throw failed;
            }
        }
    }

    @Override
    public void close() {
        people.shutdown();
    }
}
