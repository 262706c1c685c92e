package app.parley.offlinestore.shard.web;

import app.parley.offlinestore.api.ConversationState;
import app.parley.offlinestore.api.Overdue;
import app.parley.offlinestore.api.StoredMessage;
import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Kind;
import app.parley.offlinestore.conversation.MembersChange;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Overview;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Recipient;
import app.parley.offlinestore.conversation.Reference;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.conversation.Standing;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import app.parley.offlinestore.shard.Device;
import app.parley.offlinestore.shard.NotOwnerException;
import app.parley.offlinestore.shard.Reminder;
import app.parley.service.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Between the words of the contract and ours. */
final class Contract {

    private Contract() {}

    static Command command(app.parley.offlinestore.api.Command command) {
        return switch (command) {
            case app.parley.offlinestore.api.Command.Append append ->
                new Command.Append(
                        append.conversation(),
                        append.id(),
                        append.sender(),
                        append.device(),
                        append.content(),
                        recipients(append.audience()),
                        append.audienceKey(),
                        retention(append.retention()),
                        append.version(),
                        change(append.change()),
                        kind(append.kind()),
                        reference(append.reference()),
                        append.withheld(),
                        append.timer());
            case app.parley.offlinestore.api.Command.Acknowledge ack ->
                new Command.Acknowledge(ack.conversation(), ack.user(), ack.device(), ack.seq());
            case app.parley.offlinestore.api.Command.MarkRead read ->
                new Command.MarkRead(read.conversation(), read.user(), read.device(), read.seq());
            case app.parley.offlinestore.api.Command.StartPush push ->
                new Command.StartPush(push.conversation(), push.user());
            case app.parley.offlinestore.api.Command.NotePush push ->
                new Command.NotePush(push.conversation(), push.user(), push.seq());
        };
    }

    private static @Nullable List<Recipient> recipients(
            @Nullable List<app.parley.offlinestore.api.Recipient> audience) {
        return audience == null
                ? null
                : audience.stream()
                        .map(its -> new Recipient(its.user(), its.version(), its.since(), its.devices()))
                        .toList();
    }

    static Overdue overdue(Reminder reminder) {
        var its = reminder.overdue();
        return new Overdue(its.conversation(), its.user(), its.devices(), its.head(), its.toPush(), reminder.again());
    }

    private static @Nullable Reference reference(app.parley.offlinestore.api.@Nullable Reference reference) {
        return reference == null ? null : new Reference(reference.seq(), reference.own(), reference.withinMillis());
    }

    private static @Nullable MembersChange change(app.parley.offlinestore.api.@Nullable MembersChange change) {
        return change == null ? null : new MembersChange(change.joined(), change.left(), change.fromTheStart());
    }

    /** A chat node of an earlier version says none. */
    private static Kind kind(app.parley.offlinestore.api.@Nullable Kind kind) {
        return switch (kind) {
            case null -> Kind.MESSAGE;
            case MESSAGE -> Kind.MESSAGE;
            case NOTICE -> Kind.NOTICE;
            case REMARK -> Kind.REMARK;
            case EDIT -> Kind.EDIT;
            case DELETION -> Kind.DELETION;
        };
    }

    private static @Nullable Retention retention(app.parley.offlinestore.api.@Nullable Retention retention) {
        return switch (retention) {
            case null -> null;
            case WIPE -> Retention.WIPE;
            case ARCHIVE -> Retention.ARCHIVE;
        };
    }

    static app.parley.offlinestore.api.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Appended its ->
                new app.parley.offlinestore.api.Outcome.Appended(its.seq(), its.at(), its.duplicate(), its.outdated());
            case Outcome.Progressed its ->
                new app.parley.offlinestore.api.Outcome.Progressed(
                        its.delivered(), its.read(), its.changed(), everyone(its.everyone()));
            case Outcome.PushStarted its ->
                new app.parley.offlinestore.api.Outcome.PushStarted(
                        its.range().from(), its.range().to());
            case Outcome.OtherVersion its -> new app.parley.offlinestore.api.Outcome.OtherVersion(its.version());
            case Outcome.AudienceUnknown _ -> new app.parley.offlinestore.api.Outcome.AudienceUnknown();
            case Outcome.Refused its -> new app.parley.offlinestore.api.Outcome.Refused(reason(its.reason()));
        };
    }

    private static app.parley.offlinestore.api.Outcome.@Nullable Everyone everyone(Outcome.@Nullable Everyone its) {
        return its == null ? null : new app.parley.offlinestore.api.Outcome.Everyone(its.delivered(), its.read());
    }

    private static app.parley.offlinestore.api.Outcome.Reason reason(Outcome.Reason reason) {
        return switch (reason) {
            case SEQ_OUT_OF_RANGE -> app.parley.offlinestore.api.Outcome.Reason.SEQ_OUT_OF_RANGE;
            case NOT_A_MEMBER -> app.parley.offlinestore.api.Outcome.Reason.NOT_A_MEMBER;
            case NO_SUCH_MESSAGE -> app.parley.offlinestore.api.Outcome.Reason.NO_SUCH_MESSAGE;
            case NOT_OWN -> app.parley.offlinestore.api.Outcome.Reason.NOT_OWN;
            case TOO_LATE -> app.parley.offlinestore.api.Outcome.Reason.TOO_LATE;
            case UNAVAILABLE -> app.parley.offlinestore.api.Outcome.Reason.UNAVAILABLE;
        };
    }

    static ProblemException notOwner(NotOwnerException failure) {
        return ProblemException.retryable(
                HttpStatus.MISDIRECTED_REQUEST, "not_owner", String.valueOf(failure.getMessage()));
    }

    static app.parley.offlinestore.api.Position position(Position position) {
        return new app.parley.offlinestore.api.Position(position.conversation(), position.cursor(), position.head());
    }

    static List<@Nullable List<app.parley.offlinestore.api.Position>> positions(
            List<@Nullable List<Position>> positions) {
        return positions.stream()
                .<@Nullable List<app.parley.offlinestore.api.Position>>map(its -> its == null
                        ? null
                        : its.stream().map(Contract::position).toList())
                .toList();
    }

    static Device device(app.parley.offlinestore.api.Device device) {
        return new Device(device.user(), device.device());
    }

    static ConversationState state(Standing standing) {
        return new ConversationState(
                position(standing.position()),
                standing.members().stream().map(Contract::progress).toList());
    }

    static ConversationState.Progress progress(MemberStanding member) {
        return new ConversationState.Progress(member.user(), member.delivered(), member.read());
    }

    static StoredMessage message(Message message) {
        return new StoredMessage(
                message.conversation(),
                message.seq(),
                message.id(),
                message.sender(),
                message.device(),
                message.at(),
                message.content());
    }

    static app.parley.offlinestore.api.Overview overview(Overview its) {
        Message last = its.last();
        return new app.parley.offlinestore.api.Overview(
                its.conversation(),
                its.head(),
                its.unread(),
                its.read(),
                its.timer(),
                its.at(),
                last == null ? null : message(last),
                its.edit());
    }
}
