package app.parley.test.sound.order.web;

import app.parley.order.api.OrderApi;
import app.parley.test.sound.order.Orders;
import org.springframework.web.bind.annotation.RestController;

@RestController
record OrderController(Orders orders) implements OrderApi {}
