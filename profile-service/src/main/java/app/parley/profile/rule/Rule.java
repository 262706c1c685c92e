package app.parley.profile.rule;

import app.parley.profile.account.About;
import app.parley.profile.account.DisplayName;
import app.parley.profile.account.Handle;
import app.parley.profile.account.Photo;
import app.parley.profile.address.EmailAddress;
import app.parley.profile.address.PhoneNumber;
import app.parley.profile.conversation.Description;
import app.parley.profile.password.Password;
import java.util.Optional;
import java.util.function.Function;

/** A rule of the domain that a field of a request follows. */
public enum Rule {
    HANDLE(Handle::violation),
    DISPLAY_NAME(DisplayName::violation),
    ABOUT(About::violation),
    PHOTO(Photo::violation),
    PASSWORD(Password::violation),
    DESCRIPTION(Description::violation),
    EMAIL(EmailAddress::violation),
    PHONE(PhoneNumber::violation);

    private final Function<String, Optional<String>> violation;

    Rule(Function<String, Optional<String>> violation) {
        this.violation = violation;
    }

    Optional<String> violation(String text) {
        return violation.apply(text);
    }
}
