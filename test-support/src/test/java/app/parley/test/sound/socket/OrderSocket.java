package app.parley.test.sound.socket;

import app.parley.chat.protocol.Frame;
import app.parley.test.sound.order.Orders;

record OrderSocket(Orders orders, Frame frame) {}
