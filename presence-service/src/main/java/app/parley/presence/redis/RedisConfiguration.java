package app.parley.presence.redis;

import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import java.time.Duration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the driver behaves when Redis does not answer; the command timeout is {@code spring.data.redis.timeout}. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    private static final int QUEUED_COMMANDS = 50_000;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Bounds what waits for a silent Redis, and drops a connection whose other end has vanished without closing it. */
    @Bean
    LettuceClientOptionsBuilderCustomizer boundedPatience() {
        return options -> options.requestQueueSize(QUEUED_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .keepAlive(true)
                        .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable(true)
                                .tcpUserTimeout(SILENCE)
                                .build())
                        .build());
    }
}
