package se.mandat.invariants;

import java.net.http.HttpRequest;
import se.mandat.running.RunningSystem;

/** Somebody of the demonstration organisation at a program of theirs. */
record Colleague(RunningSystem system, String username) {

    Answer gets(String path) {
        return new Answer(system.get(username, "/api/v1" + path));
    }

    /** @param headers names and values in turn */
    Answer posts(String path, String json, String... headers) {
        return sends("POST", path, json, headers);
    }

    Answer sends(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = system.request(username, "/api/v1" + path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new Answer(system.send(request.build()));
    }

    Answer raises(Raising raising, String... headers) {
        return posts("/cases", raising.json(), headers);
    }

    /** A command on a case, whatever its version. */
    Answer does(String number, String call, Object... namesAndValues) {
        return posts("/cases/" + number + "/" + call, Raising.json(namesAndValues), "If-Match", "*");
    }

    Answer reads(String number) {
        return gets("/cases/" + number);
    }
}
