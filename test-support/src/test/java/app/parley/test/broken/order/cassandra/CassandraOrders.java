package app.parley.test.broken.order.cassandra;

import app.parley.test.broken.order.mail.MailedOrders;

public record CassandraOrders(MailedOrders sibling) {}
