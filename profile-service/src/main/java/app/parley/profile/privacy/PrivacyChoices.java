package app.parley.profile.privacy;

import app.parley.profile.account.Accounts;
import app.parley.profile.news.PeopleNews;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people choose to show of themselves. */
@Service
public class PrivacyChoices {

    private final Choices choices;
    private final Accounts accounts;
    private final PeopleNews news;

    PrivacyChoices(Choices choices, Accounts accounts, PeopleNews news) {
        this.choices = choices;
        this.accounts = accounts;
        this.news = news;
    }

    /** Somebody's privacy, or empty if nobody has this id. */
    public Optional<Privacy> find(UUID user) {
        return accounts.findById(user).map(_ -> choices.of(Set.of(user)).getOrDefault(user, Privacy.OPEN));
    }

    /** Changes what is wanted otherwise, and says what it is then; empty if nobody has this id. */
    public Optional<Privacy> change(UUID user, PrivacyEdit edit) {
        int changed = choices.change(
                user,
                name(edit.lastSeen()),
                name(edit.online()),
                name(edit.about()),
                name(edit.photo()),
                name(edit.readReceipts()),
                name(edit.groups()));
        if (changed > 0) {
            news.changed(Set.of(user));
        }
        return find(user);
    }

    private static @Nullable String name(@Nullable Circle circle) {
        return circle == null ? null : circle.name();
    }
}
