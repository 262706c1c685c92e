package app.parley.cli.plain;

import app.parley.cli.client.ParleyClient;
import app.parley.cli.command.Help;
import app.parley.cli.command.Input;
import app.parley.cli.group.Group;
import app.parley.cli.group.GroupCommand;
import app.parley.cli.group.GroupDesk;
import app.parley.cli.group.Misunderstanding;
import app.parley.cli.group.Partner;
import app.parley.cli.group.Partners;
import app.parley.cli.message.MessageCommand;
import app.parley.cli.message.MessageDesk;
import app.parley.cli.session.ApiProblem;
import app.parley.cli.session.Unreachable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out a script's input, one after the other. */
final class Script {

    private static final String NOT_SENT_BEFORE = "Not done, since what was written before could not be sent.";

    private final Partners partners;
    private final GroupDesk desk;
    private final MessageDesk messages;
    private final ParleyClient client;
    private final Host host;
    private @Nullable Partner to;

    Script(Partners partners, ParleyClient client, Host host) {
        this.partners = partners;
        this.desk = new GroupDesk(partners);
        this.messages = new MessageDesk(partners, client);
        this.client = client;
        this.host = host;
    }

    /** Where a script runs. */
    interface Host {

        /** Waits until one more message may be sent. */
        void reserve() throws InterruptedException;

        /** Waits until everything is sent. False if that takes too long. */
        boolean settleFirst() throws InterruptedException;

        /** The script talks to this group now. */
        void opened(Group group);

        void said(String text);

        /** Something cannot be sent or done. */
        void mistaken(String reason);
    }

    void talkTo(Partner partner) {
        to = partner;
        client.talkTo(partner.recipient());
        if (partner instanceof Partner.Many many) {
            host.opened(many.group());
        }
    }

    /** Carries out one input. False if it was the last. */
    boolean carryOut(Input input) throws InterruptedException {
        switch (input) {
            case Input.Nothing _ -> {}
            case Input.Text text -> send(text.text());
            case Input.To person -> talkToHandle(person.handle());
            case Input.OfGroups groups -> answer(groups.command());
            case Input.OfMessages messages -> say(messages.command());
            case Input.Numbers _ -> host.said("Each line of a message has its number.");
            case Input.Help _ -> Help.LINES.forEach(host::said);
            case Input.Who _ ->
                host.said(to == null ? "You talk to nobody yet." : "You talk to " + to.described() + ".");
            case Input.History _ -> host.mistaken("/history is only there on a terminal.");
            case Input.Mistake mistake -> host.mistaken(mistake.what());
            case Input.Quit _ -> {
                return false;
            }
        }
        return true;
    }

    private void send(String text) throws InterruptedException {
        Partner partner = to;
        if (partner == null) {
            host.mistaken("To whom? --to HANDLE says it, or --group GROUP.");
            return;
        }
        host.reserve();
        client.send(partner.recipient(), messages.text(text, partner));
    }

    /** What was written before has its number before: it may be what is meant. */
    private void say(MessageCommand command) throws InterruptedException {
        if (!host.settleFirst()) {
            host.mistaken(NOT_SENT_BEFORE);
            return;
        }
        switch (messages.carryOut(command, to)) {
            case MessageDesk.Answer.Refused refused -> host.mistaken(refused.reason());
            case MessageDesk.Answer.Send send -> {
                host.reserve();
                client.send(send.to(), send.content());
            }
        }
    }

    private void talkToHandle(String handle) {
        try {
            talkTo(partners.withHandle(handle));
        } catch (ApiProblem | Unreachable | Misunderstanding e) {
            host.mistaken(String.valueOf(e.getMessage()));
        }
    }

    /** What was written before is sent before: nobody leaves a group ahead of their last words to it. */
    private void answer(GroupCommand command) throws InterruptedException {
        if (!host.settleFirst()) {
            host.mistaken(NOT_SENT_BEFORE);
            return;
        }
        Group current = to instanceof Partner.Many many ? many.group() : null;
        switch (desk.carryOut(command, current)) {
            case GroupDesk.Answer.Done done -> done.lines().forEach(host::said);
            case GroupDesk.Answer.Refused refused -> host.mistaken(refused.reason());
            case GroupDesk.Answer.Opened opened -> {
                client.knowGroups(List.of(opened.group().id()));
                talkTo(new Partner.Many(opened.group()));
            }
            case GroupDesk.Answer.Gone gone -> {
                to = null;
                host.said("You have left \"" + gone.group().name() + "\".");
            }
        }
    }
}
