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

/**
 * A request whose body ends with a problem where it is too large, too slow, or not all there.
 *
 * <p>Most clients look for an answer only once they have sent everything, and one that is cut off before sees a broken
 * connection instead (RFC 9112, section 9.6). So a body that is too large is read on for a while, and thrown away.
 */
final class LimitedBody extends ServerHttpRequestDecorator {

    /** So many times the limit is read of a body before its connection is cut. */
    private static final int READ_ON = 16;

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
                    long now = seen.addAndGet(buffer.readableByteCount());
                    if (now <= limit) {
                        sink.next(buffer);
                        return;
                    }
                    DataBufferUtils.release(buffer);
                    if (now > READ_ON * limit) {
                        sink.error(tooLarge());
                    }
                })
                .concatWith(Mono.defer(() -> seen.get() > limit ? Mono.error(tooLarge()) : Mono.empty()))
                .onErrorMap(AbortedException.class, gone -> brokenOff())
                .takeUntilOther(Mono.delay(timeout).then(Mono.error(TimeoutException::new)))
                .onErrorMap(TimeoutException.class, slow -> seen.get() > limit ? tooLarge() : tooSlow());
    }

    ProblemException tooLarge() {
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
