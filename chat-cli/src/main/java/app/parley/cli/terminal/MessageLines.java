package app.parley.cli.terminal;

import app.parley.cli.client.Device;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Message;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Tick;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.Content;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.frame.Marks;
import app.parley.cli.group.ChangeSentence;
import app.parley.cli.message.MessageSentence;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Messages in the transcript, in words. */
final class MessageLines {

    private final Transcript transcript;
    private final OwnTicks ticks;
    private final ChangeSentence changes;
    private final MessageSentence sentence;

    MessageLines(Transcript transcript, OwnTicks ticks, Device device) {
        this.transcript = transcript;
        this.ticks = ticks;
        this.changes = new ChangeSentence(device.people(), device.session().user());
        this.sentence = new MessageSentence(device.people(), device.session().user());
    }

    /** @param answered finds the message at a place, if this device has it */
    void waiting(Outgoing outgoing, LongFunction<@Nullable Message> answered) {
        Long replyTo = Marks.read(outgoing.content()).replyTo();
        String quote = replyTo == null ? null : sentence.quote(replyTo, answered.apply(replyTo));
        ticks.waiting(outgoing, quote, sentence.of(outgoing));
    }

    /** @param again it may have been shown before */
    void own(Told.New told, Tick tick, boolean again) {
        ticks.show(told.entry(), tick, quote(told), text(told, again));
    }

    void others(Told.New told, String speaker, Line.Voice voice, boolean again) {
        transcript.message(
                Transcript.Key.of(told.entry()),
                new Line(told.entry().at(), told.entry().seq(), null, voice, speaker, quote(told), text(told, again)));
    }

    /** What happened in a conversation, in words, or nothing if somebody said something. */
    Optional<String> event(Told.New told) {
        LogEntry entry = told.entry();
        GroupChange change = entry.change();
        if (change != null) {
            return Optional.of(changes.of(change, entry.from()));
        }
        return told.message().content() instanceof Content.Timer timer
                ? Optional.of(sentence.ofTimer(timer, entry.from()))
                : Optional.empty();
    }

    /** A change, for where the message cannot be seen. */
    String sentence(Told.Changed told) {
        return sentence.of(told);
    }

    /** Shows a change where the message is. False if that is not possible. */
    boolean changed(Told.Changed told) {
        return transcript.change(Transcript.Key.of(told.message().entry()), sentence.again(told.message()));
    }

    private String text(Told.New told, boolean again) {
        return again ? sentence.again(told.message()) : sentence.of(told.message());
    }

    private @Nullable String quote(Told.New told) {
        Long replyTo = told.message().marks().replyTo();
        return replyTo == null || told.message().isDeleted() ? null : sentence.quote(replyTo, told.answered());
    }
}
