package app.parley.service.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * How the driver behaves when Redis does not answer; the command timeout is {@code spring.data.redis.timeout}. A
 * connection that is closed is opened anew, to whatever is the primary then: so a failover costs no more than it takes
 * to find out that the connection is dead.
 */
@AutoConfiguration
@ConditionalOnClass({RedisClient.class, LettuceClientOptionsBuilderCustomizer.class})
public class SteadyRedisAutoConfiguration {

    private static final int QUEUED_COMMANDS = 50_000;

    /** Beyond any command's timeout, and about as long as Sentinels wait. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Duration LOST = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Bounds what waits for a silent Redis, and drops a connection whose other end has vanished without closing it. */
    @Bean
    LettuceClientOptionsBuilderCustomizer boundedPatience() {
        return options -> options.requestQueueSize(QUEUED_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .keepAlive(true)
                        .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                                .enable(true)
                                .tcpUserTimeout(LOST)
                                .build())
                        .build());
    }

    /** Leaves a Redis that stands still, and does not pause for half a minute between two tries to connect again. */
    @Bean
    ClientResourcesBuilderCustomizer quickReturn() {
        return resources -> resources
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channel.pipeline().addFirst(new UnansweredHandler(SILENCE));
                    }
                })
                .reconnectDelay(() -> Delay.fullJitter(Duration.ZERO, LONGEST_PAUSE, 50, TimeUnit.MILLISECONDS));
    }
}
