package se.mandat.shared;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer over HTTP that is there in time from its first byte to its last, or not at all. */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * Asks, and gives up after that time. A request's own timeout would not do: it ends when the headers are there, and
     * whoever falls silent after them would be waited for without end.
     *
     * @throws HttpTimeoutException when not all of the answer has come by then
     */
    public static <T> HttpResponse<T> within(
            Duration time, HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw (IOException)
                    new HttpTimeoutException("no whole answer within " + time.toMillis() + " ms").initCause(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
