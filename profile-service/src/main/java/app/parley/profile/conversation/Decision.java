package app.parley.profile.conversation;

import java.util.function.Function;

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

    /** What follows from it, if it is met. */
    default <U> Decision<U> then(Function<T, Decision<U>> next) {
        return switch (this) {
            case Met<T>(T result) -> next.apply(result);
            case Refused<T>(Refusal reason) -> refused(reason);
        };
    }
}
