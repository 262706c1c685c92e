package app.parley.test.broken.order;

import app.parley.chat.protocol.Frame;
import app.parley.order.api.OrderApi;
import app.parley.test.broken.cassandra.Sessions;
import app.parley.test.broken.order.cassandra.CassandraOrders;
import app.parley.test.broken.socket.OrderSocket;
import com.datastax.oss.driver.api.core.CqlSession;
import org.springframework.web.bind.annotation.RestController;

@RestController
public record Orders(
        CqlSession[] driver,
        CassandraOrders adapter,
        Sessions technology,
        OrderSocket socket,
        Frame frame,
        OrderApi contract) {}
