package app.parley.cli.message;

import app.parley.cli.group.Partner;
import app.parley.cli.group.Partners;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Person;
import app.parley.cli.session.Unreachable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds whom a text to a group mentions: members whose handle is in it, with an at sign. */
record Mentions(Partners partners) {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@([A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*)");

    /** Who writes to more looks for them in a text of many at signs that is not about people. */
    private static final int MOST = 16;

    List<UUID> in(String text, Partner to) {
        List<String> handles = MENTION.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .limit(MOST)
                .toList();
        if (handles.isEmpty() || !(to instanceof Partner.Many many)) {
            return List.of();
        }
        try {
            Set<UUID> members = partners.groups().members(many.group().id());
            return handles.stream()
                    .map(partners.people()::named)
                    .flatMap(Optional::stream)
                    .map(Person::id)
                    .filter(user -> members.contains(user) && !user.equals(partners.self()))
                    .distinct()
                    .toList();
        } catch (ApiProblem | Unreachable e) {
            // the text says it all the same
            return List.of();
        }
    }
}
