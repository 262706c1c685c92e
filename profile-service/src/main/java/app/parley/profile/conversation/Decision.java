package app.parley.profile.conversation;

/** What became of somebody's wish about a conversation. */
public sealed interface Decision<T> {

    /** It is met. */
    record Met<T>(T result) implements Decision<T> {}

    /** It is not, and nothing has changed. */
    record Refused<T>(Refusal reason) implements Decision<T> {}

    static <T> Decision<T> met(T result) {
        return new Met<>(result);
    }

    static <T> Decision<T> refused(Refusal reason) {
        return new Refused<>(reason);
    }
}
