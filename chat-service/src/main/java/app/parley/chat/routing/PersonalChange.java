package app.parley.chat.routing;

/**
 * A user has changed what they keep for themselves.
 *
 * @param version of all of it; whoever knows it or a later one needs not ask
 */
public record PersonalChange(long version) implements Signal {}
