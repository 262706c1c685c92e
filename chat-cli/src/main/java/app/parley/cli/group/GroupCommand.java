package app.parley.cli.group;

import java.util.List;

/** What a user wants of groups. */
public sealed interface GroupCommand {

    /** Make one, and talk to it. */
    record Found(String name, List<String> handles) implements GroupCommand {}

    /** Talk to one, by its name or id. */
    record Open(String group) implements GroupCommand {}

    /** Come into one by an invite, and talk to it. */
    record Join(String code) implements GroupCommand {}

    /** Which there are. */
    record ListAll() implements GroupCommand {}

    /** What a user wants of the group that they talk to. */
    sealed interface Here extends GroupCommand {}

    /** Who is in it. */
    record Members() implements Here {}

    record Add(List<String> handles) implements Here {}

    record Remove(String handle) implements Here {}

    record Leave() implements Here {}

    /** Make somebody {@code owner}, {@code admin} or {@code member}. */
    record Give(String handle, String role) implements Here {}

    record Rename(String name) implements Here {}

    /** Say what it is about; the empty text takes that away. */
    record Describe(String description) implements Here {}

    /** Make an invite. */
    record Invite() implements Here {}
}
