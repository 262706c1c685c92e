package app.parley.cli.client;

import app.parley.cli.conversation.Conversation;
import app.parley.cli.conversation.LogEntry;
import app.parley.cli.conversation.Notebook;
import app.parley.cli.conversation.Outgoing;
import app.parley.cli.conversation.Recipient;
import app.parley.cli.conversation.Told;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.frame.ServerFrame;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes messages in: each is written to the log once, and told once, in order. */
final class Inbox {

    private final Notebook notebook;
    private final Sender sender;
    private final Pulls pulls;
    private final UUID self;
    private final ChatListener listener;
    private boolean syncing;
    private int waited;

    Inbox(Notebook notebook, Sender sender, Pulls pulls, UUID self, ChatListener listener) {
        this.notebook = notebook;
        this.sender = sender;
        this.pulls = pulls;
        this.self = self;
        this.listener = listener;
    }

    /** A connection begins: what comes until {@code synced} was waiting. */
    void begin() {
        syncing = true;
        waited = 0;
    }

    void synced() {
        if (syncing) {
            syncing = false;
            listener.synced(waited);
        }
    }

    boolean syncing() {
        return syncing;
    }

    void message(ServerFrame.Message message) {
        LogEntry entry = LogEntry.of(message);
        Conversation conversation = notebook.conversation(entry.conversation());
        GroupChange change = entry.change();
        if (change != null) {
            changed(conversation, change);
        } else if (entry.from().equals(self)) {
            Optional<Outgoing> own = sender.accepted(entry.id());
            if (own.isPresent()) {
                placed(own.get(), entry);
                return;
            }
            conversation.sentElsewhere(entry.seq());
        } else {
            conversation.metPeer(entry.from());
        }
        boolean had = entry.seq() <= conversation.position();
        boolean enters = !had && change != null && change.bringsIn(self);
        List<LogEntry> ready = enters ? conversation.enter(entry) : conversation.receive(entry);
        if (had && pulls.offer(entry)) {
            var _ = notebook.note(entry);
        }
        deliver(conversation, ready);
    }

    private static void changed(Conversation conversation, GroupChange change) {
        conversation.becomeGroup();
        switch (change) {
            case GroupChange.Left left -> left.users().forEach(conversation::memberGone);
            case GroupChange.Removed removed -> removed.users().forEach(conversation::memberGone);
            case GroupChange.Created _,
                    GroupChange.Added _,
                    GroupChange.Joined _,
                    GroupChange.Role _,
                    GroupChange.Info _,
                    GroupChange.Settings _,
                    GroupChange.Unknown _ -> {}
        }
    }

    void accepted(ServerFrame.Accepted accepted) {
        Optional<Outgoing> own = sender.accepted(accepted.id());
        if (own.isPresent()) {
            Outgoing outgoing = own.get();
            placed(
                    outgoing,
                    new LogEntry(
                            accepted.conversation(),
                            accepted.seq(),
                            outgoing.id(),
                            self,
                            accepted.at(),
                            outgoing.content(),
                            null));
        } else {
            Conversation conversation = notebook.conversation(accepted.conversation());
            deliver(conversation, conversation.accepted(accepted.seq()));
        }
    }

    private void placed(Outgoing outgoing, LogEntry entry) {
        Conversation conversation = notebook.conversation(entry.conversation());
        meet(conversation, outgoing.recipient());
        Told told = notebook.note(entry);
        List<LogEntry> ready = conversation.accepted(entry.seq());
        listener.accepted(outgoing, told);
        deliver(conversation, ready);
    }

    private static void meet(Conversation conversation, Recipient recipient) {
        if (recipient.isGroup()) {
            conversation.becomeGroup();
        } else {
            conversation.metPeer(recipient.id());
        }
    }

    void pulled(ServerFrame.Pulled pulled) {
        Conversation conversation = notebook.conversation(pulled.conversation());
        if (conversation.isGroup() && conversation.membersHeard()) {
            listener.receipt(conversation.id(), conversation.standing());
        }
        deliver(conversation, pulls.pulled(pulled));
    }

    /** A pull was refused for good: what is missing is not to be had. */
    void notPulled(UUID pull) {
        pulls.notPulled(pull).ifPresent(gap -> deliver(gap, gap.settle(gap.aheadTo())));
    }

    void receipt(ServerFrame.Receipt receipt) {
        Conversation conversation = notebook.conversation(receipt.conversation());
        UUID user = receipt.user();
        if (user == null) {
            conversation.becomeGroup();
            receipt(conversation, receipt);
        } else if (user.equals(self)) {
            return;
        } else if (conversation.isGroup()) {
            conversation.memberReceipt(user, receipt.delivered(), receipt.read());
        } else {
            conversation.metPeer(user);
            receipt(conversation, receipt);
        }
    }

    private void receipt(Conversation conversation, ServerFrame.Receipt receipt) {
        if (conversation.receipt(receipt.delivered(), receipt.read())) {
            listener.receipt(receipt.conversation(), conversation.standing());
        }
    }

    private void deliver(Conversation conversation, List<LogEntry> ready) {
        for (LogEntry entry : ready) {
            Told told = notebook.note(entry);
            if (syncing && told instanceof Told.New) {
                waited++;
            }
            listener.message(told, syncing);
        }
        pulls.suspect(conversation);
    }
}
