package app.parley.service.token;

import org.springframework.http.HttpMethod;

/** What may be called without a token, as the setting {@code parley.service.open-paths} writes it. */
record OpenPath(HttpMethod method, String pattern) {

    static OpenPath parse(String text) {
        String[] parts = text.trim().split(" +", 2);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException(
                    "parley.service.open-paths: expected a method, a space and a path, got '" + text + "'");
        }
        return new OpenPath(HttpMethod.valueOf(parts[0]), parts[1]);
    }
}
