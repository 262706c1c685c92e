package app.parley.gateway.socket;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import reactor.core.publisher.Mono;

/** A node of chat-service takes no sockets now, since it stops, for example: another one may. */
final class NodeRefusal extends IOException {

    private final transient Answer answer;

    private NodeRefusal(Answer answer) {
        super("chat-service answered " + answer.status());
        this.answer = answer;
    }

    /** The answer itself, unless it is such a refusal; the connection that it came by is closed then. */
    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    static Mono<Answer> orRefused(Answer answer) {
        if (!answer.status().equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            return Mono.just(answer);
        }
        answer.service().close();
        return Mono.error(new NodeRefusal(answer));
    }

    Answer answer() {
        return answer;
    }

    /** Nothing is broken that a stack trace would tell. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
