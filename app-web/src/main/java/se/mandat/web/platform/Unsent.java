package se.mandat.web.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form that was not carried out for a reason that passes. The page that says so carries it whole, so that one button
 * sends it again; it still has the key under which it is carried out once.
 *
 * @param address path and query that it was sent to
 * @param texts what the person wrote, to be seen that it is there
 */
public record Unsent(String address, List<Field> fields, List<String> texts) {

    /** One value of one field, as it came. */
    public record Field(String name, String value) {}

    static Unsent of(HttpServletRequest request) {
        Set<String> inAddress = Arrays.stream(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .collect(Collectors.toSet());
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!inAddress.contains(name)) {
                for (String value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        List<String> texts = fields.stream()
                .map(field -> field.value().strip())
                .filter(value -> value.chars().anyMatch(Character::isWhitespace))
                .toList();
        return new Unsent(address(request), fields, texts);
    }

    private static String address(HttpServletRequest request) {
        if (Addresses.isLogInDetour(request)) {
            return LogInDetour.back(request);
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
