package app.parley.cli.command;

import java.util.List;

/** What {@code /help} says. */
public final class Help {

    public static final List<String> LINES = List.of(
            "Write, and Enter sends. Alt-Enter begins a new line; what is pasted is one message.",
            "/to HANDLE            talk to somebody",
            "/open GROUP           talk to a group, by its name or id",
            "/history [n]          the last messages again, as they are now, with numbers",
            "/numbers              show the numbers of messages, or stop that",
            "/reply N TEXT         answer message number N",
            "/react [N] EMOJI      to a message, else to the last; /unreact [N]",
            "/edit [N] TEXT        say something else, else in your last message",
            "/delete N             take a message away from everybody",
            "/forward N HANDLE     pass a message on, also to a group by its name",
            "/poll \"QUESTION\" ONE | TWO       /vote N 1 2, /unvote N",
            "/pin N, /unpin N, /location LATITUDE LONGITUDE, /contact HANDLE",
            "/who                  whom you talk to, and whether they are there",
            "/groups               the groups that you are in",
            "/group NAME HANDLE…   make a group, and talk to it; \"a long name\" in quotes",
            "/join CODE            come into a group by an invite, and talk to it",
            "/quit                 leave (or Ctrl-D)",
            "In a group: /members, /add HANDLE…, /remove HANDLE, /leave, /invite,",
            "/rename NAME, /describe TEXT, /admin HANDLE, /member HANDLE (no admin any",
            "more), /owner HANDLE (hands the group over).",
            "Ticks: · waiting, ✓ sent, ✓✓ delivered, coloured ✓✓ read, ✗ not sent.",
            "In a group ✓✓ means: to all, by all.",
            "A message that begins with a slash is written with two.");

    private Help() {}
}
