package app.parley.chat.message.offlinestore;

import app.parley.chat.message.MessageLog;
import app.parley.chat.message.MessageLog.Progress;
import app.parley.chat.message.MessageLog.ProgressAnswer;
import app.parley.chat.message.Refusal;
import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An acknowledgement, or what was read, on its way into the log. */
record PendingProgress(Progress progress, ProgressAnswer answer) implements Pending {

    /** What a later progress of the same kind takes the place of. */
    private record Place(UUID conversation, UUID device, boolean read) {}

    /** A progress whose sequence number may not exist must not take the place of one that does. */
    Object place() {
        return progress.sure()
                ? new Place(progress.conversation(), progress.device().device(), progress.read())
                : this;
    }

    PendingProgress later(PendingProgress other) {
        return other.progress.seq() > progress.seq() ? other : this;
    }

    @Override
    public Command command() {
        UUID user = progress.device().user();
        UUID device = progress.device().device();
        return progress.read()
                ? new Command.MarkRead(progress.conversation(), user, device, progress.seq())
                : new Command.Acknowledge(progress.conversation(), user, device, progress.seq());
    }

    @Override
    public void answered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Progressed its ->
                answer.progressed(its.delivered(), its.read(), its.changed(), everyone(its.everyone()));
            case Outcome.Refused refused -> answer.refused(Pending.refusal(refused));
            case Outcome.Appended _, Outcome.PushStarted _, Outcome.OtherVersion _, Outcome.AudienceUnknown _ ->
                answer.refused(Refusal.UNAVAILABLE);
        }
    }

    private static MessageLog.@Nullable Everyone everyone(Outcome.@Nullable Everyone its) {
        return its == null ? null : new MessageLog.Everyone(its.delivered(), its.read());
    }

    @Override
    public void refused(Refusal refusal) {
        answer.refused(refusal);
    }
}
