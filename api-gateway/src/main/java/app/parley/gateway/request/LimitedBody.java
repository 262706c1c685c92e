package app.parley.gateway.request;

import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** A request whose body ends with a problem where it is too large, too slow, or not all there. */
final class LimitedBody extends ServerHttpRequestDecorator {

    private final long limit;
    private final Duration timeout;

    LimitedBody(ServerHttpRequest request, BodySettings settings) {
        super(request);
        this.limit = settings.limit().toBytes();
        this.timeout = settings.timeout();
    }

    @Override
    public Flux<DataBuffer> getBody() {
        AtomicLong seen = new AtomicLong();
        return super.getBody()
                .<DataBuffer>handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(tooLarge(limit));
                    } else {
                        sink.next(buffer);
                    }
                })
                .onErrorMap(AbortedException.class, gone -> brokenOff())
                .takeUntilOther(Mono.delay(timeout).then(Mono.error(TimeoutException::new)))
                .onErrorMap(TimeoutException.class, slow -> tooSlow());
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", "A body may have " + limit + " bytes at most.");
    }

    private static ProblemException brokenOff() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "malformed_request", "The connection ended before the body did.");
    }

    private static ProblemException tooSlow() {
        return ProblemException.retryable(
                HttpStatus.REQUEST_TIMEOUT, "request_timeout", "The body took too long to arrive.");
    }
}
