package app.parley.chat.routing;

import java.util.UUID;

/** The name of this node among the running ones, new at each start. */
public record NodeName(String value) {

    public static NodeName random() {
        return new NodeName("chat-" + UUID.randomUUID());
    }
}
