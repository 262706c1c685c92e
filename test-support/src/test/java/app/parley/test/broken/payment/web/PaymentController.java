package app.parley.test.broken.payment.web;

import app.parley.test.broken.order.web.OrderController;

record PaymentController(OrderController other) {}
