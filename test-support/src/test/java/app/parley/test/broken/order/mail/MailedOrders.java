package app.parley.test.broken.order.mail;

import app.parley.chat.protocol.Frame;

public record MailedOrders(Frame frame) {}
