package app.parley.launcher;

import java.net.InetSocketAddress;

/**
 * A way that calls take inside the stack.
 *
 * @param caller who calls; the called instance itself where it is the address that it tells others about itself
 * @param called who is called
 * @param target where the called instance listens
 */
public record Link(Instance caller, Instance called, InetSocketAddress target) {}
