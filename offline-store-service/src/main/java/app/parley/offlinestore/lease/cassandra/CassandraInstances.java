package app.parley.offlinestore.lease.cassandra;

import app.parley.offlinestore.cassandra.MeteredSession;
import app.parley.offlinestore.cassandra.MeteredSession.Kind;
import app.parley.offlinestore.lease.Instances;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The instances in the table {@code store_instance}, whose rows expire. */
@Repository
class CassandraInstances implements Instances {

    private final MeteredSession session;
    private final PreparedStatement announce;
    private final PreparedStatement leave;
    private final PreparedStatement all;

    CassandraInstances(MeteredSession session) {
        this.session = session;
        announce = session.prepare(
                "INSERT INTO store_instance (deployment, name, address) VALUES ('parley', ?, ?) USING TTL ?");
        leave = session.prepare("DELETE FROM store_instance WHERE deployment = 'parley' AND name = ?");
        all = session.prepare("SELECT name, address FROM store_instance WHERE deployment = 'parley'");
    }

    @Override
    public Mono<Void> announce(Owner instance, Duration duration) {
        int seconds = Math.toIntExact(Math.max(1, duration.toSeconds()));
        return session.write(
                Kind.LEASE, announce.bind(instance.name(), instance.address().toString(), seconds));
    }

    @Override
    public Mono<Void> leave(String name) {
        return session.write(Kind.LEASE, leave.bind(name));
    }

    @Override
    public Flux<Owner> all() {
        return session.read(Kind.LEASE, all.bind())
                .map(row -> new Owner(
                        Objects.requireNonNull(row.getString("name")),
                        URI.create(Objects.requireNonNull(row.getString("address")))));
    }
}
