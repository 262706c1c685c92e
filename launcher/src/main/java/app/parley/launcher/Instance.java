package app.parley.launcher;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One process of the stack.
 *
 * @param part what runs in it
 * @param number which of the part's instances it is, from 1
 */
public record Instance(Part part, int number) {

    private static final Pattern ID = Pattern.compile("([a-z0-9-]*?[a-z0-9])(?:-([2-9]|[1-9]\\d+))?");

    /** The first instance, which every part has. */
    public static Instance first(Part part) {
        return new Instance(part, 1);
    }

    /** The instance that is called so in file names; empty if none is. */
    static Optional<Instance> parse(String id) {
        Matcher name = ID.matcher(id);
        return name.matches() ? find(name.group(1), name.group(2) == null ? "1" : name.group(2)) : Optional.empty();
    }

    private static Optional<Instance> find(String partId, String number) {
        return Stream.of(Part.values())
                .filter(part -> part.id().equals(partId))
                .findFirst()
                .map(part -> new Instance(part, Integer.parseInt(number)));
    }

    /** What people call it: {@code chat-service}, {@code chat-service 2}. */
    public String title() {
        return isFirst() ? part.title() : part.title() + " " + number;
    }

    /** Its name in file names and on the command line: {@code chat}, {@code chat-2}. */
    public String id() {
        return isFirst() ? part.id() : part.id() + "-" + number;
    }

    /** Whether one of Parley's own services runs in it and not a store. */
    public boolean isService() {
        return part.isService();
    }

    boolean isFirst() {
        return number == 1;
    }
}
