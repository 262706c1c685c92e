package app.parley.profile.code.log;

import app.parley.profile.code.CodeMessage;
import app.parley.profile.code.CodeSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes each code to the log, for whoever develops: where others read the log, they could sign in as anybody. */
@Component
@ConditionalOnProperty(name = "parley.profile.codes.sender", havingValue = "log")
class LogCodeSender implements CodeSender {

    private static final Logger log = LoggerFactory.getLogger(LogCodeSender.class);

    LogCodeSender() {
        log.warn("One-time codes are written to this log and sent to nobody (parley.profile.codes.sender=log)");
    }

    @Override
    public boolean send(CodeMessage message) {
        log.info(
                "One-time code for {} ({}): {}, good for {} minutes",
                message.to().value(),
                message.purpose(),
                message.code().value(),
                message.expiresIn().toMinutes());
        return true;
    }
}
