package app.parley.chat;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a request. */
record Query(Map<String, String> values) {

    static Query of(URI uri) {
        return new Query(
                uri.getQuery() == null
                        ? Map.of()
                        : Arrays.stream(uri.getQuery().split("&"))
                                .map(pair -> pair.split("=", 2))
                                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    UUID id(String name) {
        return UUID.fromString(values.get(name));
    }

    @Nullable
    Long number(String name) {
        String value = values.get(name);
        return value == null ? null : Long.valueOf(value);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(values.get(name));
    }

    int limit() {
        return Integer.parseInt(values.get("limit"));
    }
}
