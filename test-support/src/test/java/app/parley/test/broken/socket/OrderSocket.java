package app.parley.test.broken.socket;

import app.parley.test.broken.order.Orders;

public record OrderSocket(Orders orders) {}
