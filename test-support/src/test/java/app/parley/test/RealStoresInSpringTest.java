package app.parley.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@RealStores({Store.POSTGRES, Store.REDIS})
@SpringBootTest(classes = RealStoresInSpringTest.Application.class, properties = "spring.datasource.username=own")
class RealStoresInSpringTest {

    @Configuration
    static class Application {}

    @Test
    void theApplicationIsToldWhereTheStoresAre(
            @Autowired Environment environment, PostgresStore postgres, RedisStore redis) {
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(postgres.jdbcUrl());
        assertThat(environment.getProperty("spring.data.redis.url")).isEqualTo(redis.url());
        assertThat(environment.getProperty("spring.cassandra.port")).isNull();
    }

    @Test
    void whatTheTestSaysItselfCountsMore(@Autowired Environment environment) {
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("own");
    }
}
