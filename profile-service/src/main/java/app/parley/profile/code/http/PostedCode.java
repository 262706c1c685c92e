package app.parley.profile.code.http;

import app.parley.profile.code.CodeMessage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a code.
 *
 * @param kind {@code email} or {@code phone}
 * @param purpose {@code verify} or {@code sign_in}
 * @param expiresIn seconds
 * @param text what people are to read, if the operator has set one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PostedCode(
        String kind,
        String to,
        String code,
        String purpose,
        long expiresIn,
        @Nullable String text) {

    static PostedCode of(CodeMessage message, @Nullable String template) {
        String code = message.code().value();
        return new PostedCode(
                message.to().kind().name().toLowerCase(Locale.ROOT),
                message.to().value(),
                code,
                message.purpose().name().toLowerCase(Locale.ROOT),
                message.expiresIn().toSeconds(),
                template == null
                        ? null
                        : template.replace("{code}", code)
                                .replace(
                                        "{minutes}",
                                        Long.toString(message.expiresIn().toMinutes())));
    }

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "PostedCode[kind=" + kind + ", purpose=" + purpose + "]";
    }
}
