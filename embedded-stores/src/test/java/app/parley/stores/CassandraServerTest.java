package app.parley.stores;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;
import java.nio.file.Path;

class CassandraServerTest extends StoreServerContract<CassandraServer> {

    @Override
    CassandraServer start(Path data, int port, Path log) {
        return CassandraServer.start(new CassandraServer.Settings(data, port, 384, log));
    }

    @Override
    void write(CassandraServer server, String value) {
        try (CqlSession session = connect(server)) {
            session.execute("create keyspace if not exists notes with replication ="
                    + " {'class': 'SimpleStrategy', 'replication_factor': 1}");
            session.execute("create table if not exists notes.note (id int primary key, text text)");
            session.execute("insert into notes.note (id, text) values (1, ?)", value);
        }
    }

    @Override
    String read(CassandraServer server) {
        try (CqlSession session = connect(server)) {
            return session.execute("select text from notes.note where id = 1")
                    .one()
                    .getString("text");
        }
    }

    private static CqlSession connect(CassandraServer server) {
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(StoreServer.LOOPBACK, server.port()))
                .withLocalDatacenter(CassandraServer.DATACENTER)
                .build();
    }
}
