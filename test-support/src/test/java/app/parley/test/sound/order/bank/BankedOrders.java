package app.parley.test.sound.order.bank;

import app.parley.order.api.OrderApi;
import app.parley.test.sound.order.Orders;

record BankedOrders(OrderApi bank) implements Orders {}
