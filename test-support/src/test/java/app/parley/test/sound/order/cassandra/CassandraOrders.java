package app.parley.test.sound.order.cassandra;

import app.parley.test.sound.cassandra.Sessions;
import app.parley.test.sound.order.Orders;
import com.datastax.oss.driver.api.core.CqlSession;

record CassandraOrders(CqlSession session, Sessions sessions) implements Orders {}
