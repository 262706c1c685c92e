package app.parley.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceBoundariesTest {

    private static final String SOUND = "app.parley.test.sound";
    private static final String BROKEN = "app.parley.test.broken";

    @Test
    void aServiceThatFollowsTheRulesHasNoViolations() {
        assertThat(violations(SOUND)).isEmpty();
    }

    @Test
    void everyForbiddenImportIsNamed() {
        assertThat(violations(BROKEN))
                .filteredOn(violation -> violation.contains(" imports "))
                .map(violation -> violation.replace(BROKEN + ".", ""))
                .containsExactlyInAnyOrder(
                        "order.Orders imports com.datastax.oss.driver.api.core.CqlSession: a driver belongs into its own adapter",
                        "order.Orders imports order.cassandra.CassandraOrders: a feature does not know its adapters",
                        "order.Orders imports cassandra.Sessions: a feature does not know a store's technology",
                        "order.Orders imports socket.OrderSocket: a feature does not know how clients reach it",
                        "order.Orders imports app.parley.chat.protocol.Frame: frames stay where clients are spoken with",
                        "order.Orders imports app.parley.order.api.OrderApi: a contract between services belongs into an adapter",
                        "order.Orders imports org.springframework.web.bind.annotation.RestController: controllers belong into the subpackage web",
                        "order.cassandra.CassandraOrders imports order.mail.MailedOrders: adapters do not know each other",
                        "order.mail.MailedOrders imports app.parley.chat.protocol.Frame: frames stay where clients are spoken with",
                        "order.web.OrderController imports order.cassandra.CassandraOrders: what speaks with clients does not know adapters",
                        "order.web.OrderController imports com.datastax.oss.driver.api.core.CqlSession: a driver belongs into its own adapter",
                        "payment.redis.RedisPayments imports order.cassandra.CassandraOrders: adapters do not know each other",
                        "payment.redis.RedisPayments imports cassandra.Sessions: an adapter knows one technology, its own",
                        "payment.web.PaymentController imports order.web.OrderController: it belongs to another feature's adapter",
                        "cassandra.Sessions imports app.parley.chat.protocol.Frame: frames stay where clients are spoken with");
    }

    @Test
    void aCycleIsFound() {
        assertThat(violations(BROKEN))
                .filteredOn(violation -> violation.startsWith("Cycle detected"))
                .anySatisfy(cycle -> assertThat(cycle).contains(BROKEN + ".order", BROKEN + ".socket"));
    }

    @Test
    void aPackageThatSaysNothingIsFound() {
        assertThat(violations(BROKEN))
                .contains(
                        "package app.parley.test.broken.util is called util, which says nothing about what is in it",
                        "package app.parley.test.broken.util has no package-info.java with @NullMarked");
    }

    @Test
    void theClassesOfAServiceAreReadWithoutItsTests() {
        assertThatCode(() -> ServiceBoundaries.verify("app.parley.stores")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ServiceBoundaries.verify(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no class lies below app.parley.test.broken: nothing was checked");
    }

    private static List<String> violations(String basePackage) {
        return ServiceBoundaries.violations(
                new ServicePackages(basePackage), new ClassFileImporter().importPackages(basePackage));
    }
}
