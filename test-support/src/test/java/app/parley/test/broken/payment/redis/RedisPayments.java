package app.parley.test.broken.payment.redis;

import app.parley.test.broken.cassandra.Sessions;
import app.parley.test.broken.order.cassandra.CassandraOrders;

record RedisPayments(CassandraOrders other, Sessions technology) {}
