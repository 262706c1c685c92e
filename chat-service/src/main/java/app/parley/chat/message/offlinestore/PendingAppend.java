package app.parley.chat.message.offlinestore;

import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.GroupChange;
import app.parley.chat.message.Kind;
import app.parley.chat.message.MessageLog.AppendAnswer;
import app.parley.chat.message.Origin;
import app.parley.chat.message.Posting;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Member;
import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.MembersChange;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.Recipient;
import app.parley.offlinestore.api.Reference;
import app.parley.offlinestore.api.Retention;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A message on its way into the log. It is answered once, by the store or by its deadline. */
final class PendingAppend implements Pending {

    private static final int BYTES_BESIDES = 320;
    private static final int BYTES_PER_ID = 64;
    private static final int BYTES_PER_LIST = 64;

    private final Posting posting;
    private final long audienceKey;
    private volatile Command.Append command;
    private final long deadline;
    private final AppendAnswer answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    PendingAppend(Posting posting, long deadline, AppendAnswer answer) {
        this.posting = posting;
        this.audienceKey = AudienceKey.of(posting);
        this.command = command(audienceKey == 0);
        this.deadline = deadline;
        this.answer = answer;
    }

    /** Has the audience sent as a list from now on: its key is not known to the log. Says whether it was not before. */
    boolean spellOut() {
        boolean unsaid = command.audience() == null;
        if (unsaid) {
            command = command(true);
        }
        return unsaid;
    }

    private Command.Append command(boolean withList) {
        Conversation conversation = posting.audience().conversation();
        return new Command.Append(
                conversation.id(),
                posting.id(),
                posting.sender().user(),
                posting.sender().device(),
                posting.content(),
                withList
                        ? posting.audience().members().stream()
                                .map(PendingAppend::recipient)
                                .toList()
                        : null,
                audienceKey,
                retention(conversation.retention()),
                conversation.version(),
                change(posting.change()),
                kind(posting.kind()),
                reference(posting.origin()),
                posting.withheld(),
                posting.timer());
    }

    private static app.parley.offlinestore.api.Kind kind(Kind kind) {
        return switch (kind) {
            case MESSAGE -> app.parley.offlinestore.api.Kind.MESSAGE;
            case NOTICE -> app.parley.offlinestore.api.Kind.NOTICE;
            case REMARK -> app.parley.offlinestore.api.Kind.REMARK;
            case EDIT -> app.parley.offlinestore.api.Kind.EDIT;
            case DELETION -> app.parley.offlinestore.api.Kind.DELETION;
        };
    }

    private static @Nullable Reference reference(@Nullable Origin origin) {
        return origin == null
                ? null
                : new Reference(origin.seq(), origin.own(), origin.within().toMillis());
    }

    private static @Nullable MembersChange change(@Nullable GroupChange change) {
        return change == null ? null : new MembersChange(change.joined(), change.left(), change.fromTheStart());
    }

    private static Recipient recipient(Member member) {
        return new Recipient(
                member.user(),
                member.version(),
                member.since(),
                member.devices().stream().map(Member.Route::device).toList());
    }

    private static @Nullable Retention retention(Conversation.@Nullable Retention retention) {
        return switch (retention) {
            case WIPE -> Retention.WIPE;
            case ARCHIVE -> Retention.ARCHIVE;
            case null -> null;
        };
    }

    @Override
    public Command.Append command() {
        return command;
    }

    /** About how many bytes the command has as JSON. */
    int bytes() {
        return BYTES_BESIDES + bytes(command.audience()) + quotedBytes(command.content());
    }

    private static int bytes(@Nullable List<Recipient> audience) {
        return audience == null
                ? 0
                : audience.stream()
                        .mapToInt(recipient ->
                                BYTES_PER_LIST + (1 + recipient.devices().size()) * BYTES_PER_ID)
                        .sum();
    }

    /** Content is JSON within JSON: its quotes are escaped. */
    private static int quotedBytes(String content) {
        int bytes = 0;
        for (int i = 0; i < content.length(); i++) {
            char unit = content.charAt(i);
            if (unit < 0x80) {
                bytes += unit == '"' || unit == '\\' ? 2 : 1;
            } else {
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
            }
        }
        return bytes;
    }

    boolean isAnswered() {
        return answered.get();
    }

    boolean isDue(long now) {
        return deadline - now <= 0;
    }

    @Override
    public void answered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Appended appended -> {
                if (answered.compareAndSet(false, true)) {
                    answer.appended(appended.seq(), appended.at(), appended.outdated());
                }
            }
            case Outcome.OtherVersion other -> {
                if (answered.compareAndSet(false, true)) {
                    answer.otherVersion(other.version());
                }
            }
            case Outcome.Refused refused -> refused(Pending.refusal(refused));
            case Outcome.Progressed _, Outcome.PushStarted _, Outcome.AudienceUnknown _ -> refused(Refusal.UNAVAILABLE);
        }
    }

    @Override
    public void refused(Refusal refusal) {
        if (answered.compareAndSet(false, true)) {
            answer.refused(refusal);
        }
    }
}
