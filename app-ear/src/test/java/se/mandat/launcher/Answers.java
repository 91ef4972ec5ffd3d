package se.mandat.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Asks servers that are starting whether they answer by now. */
final class Answers {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Answers() {}

    /** The status that a GET answers, or nothing where nobody answers. */
    static OptionalInt status(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return OptionalInt.of(
                    CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    static boolean isOk(String address) {
        OptionalInt status = status(address);
        return status.isPresent() && status.getAsInt() == 200;
    }

    /** @throws CannotStartException when it is not so in time, or the child has ended */
    static void await(String what, Child child, Duration atMost, BooleanSupplier isSo) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            child.mustBeAlive();
            if (System.nanoTime() > end) {
                throw new CannotStartException(
                        what + " has not come in " + atMost.toSeconds() + " s. See " + child.log() + ".");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStartException(what + " was not awaited.");
            }
        }
    }
}
