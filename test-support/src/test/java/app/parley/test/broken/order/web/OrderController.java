package app.parley.test.broken.order.web;

import app.parley.test.broken.order.cassandra.CassandraOrders;
import com.datastax.oss.driver.api.core.CqlSession;

public record OrderController(CassandraOrders adapter, CqlSession driver) {}
