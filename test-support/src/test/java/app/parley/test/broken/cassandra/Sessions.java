package app.parley.test.broken.cassandra;

import app.parley.chat.protocol.Frame;

public record Sessions(Frame frame) {}
