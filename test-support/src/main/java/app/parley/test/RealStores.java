package app.parley.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class on real, empty stores.
 *
 * <p>PostgreSQL, Cassandra and S3 are started once for a JVM, and each class that carries this annotation gets a database
 * and the name of a keyspace of its own; Redis is started for each such class. Classes that inherit the annotation, nested
 * ones too, share what belongs to the class that carries it. A Spring test finds the addresses in its environment; any test
 * can have a {@link PostgresStore}, {@link RedisStore}, {@link CassandraStore} or {@link S3Store} as a parameter. What a
 * test has paused or killed serves again before the next one.
 *
 * <p>They are containers where a Docker engine answers, and processes otherwise; the system property {@code
 * parley.test.stores} ({@code auto}, {@code containers}, {@code embedded}) decides differently.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(RealStoresExtension.class)
public @interface RealStores {

    Store[] value();
}
