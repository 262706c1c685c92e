package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What messages may say of each other, and what the named types must be. */
@TestPropertySource(properties = {"parley.chat.send.editable-for=2s", "parley.chat.send.deletable-for=2s"})
class ContentTest extends ChatTest {

    private final Device[] alice = neighbours.user(1);
    private final Device[] bob = neighbours.user(1);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'yes','replyTo':{'seq':1}}",
                "{'type':'text','text':'look','forwarded':true}",
                "{'type':'reaction','of':1,'emoji':'👍🏽'}",
                "{'type':'reaction','of':1,'emoji':''}",
                "{'type':'pin','of':1,'pinned':true}",
                "{'type':'location','latitude':-33.86,'longitude':151.2,'name':'Harbour'}",
                "{'type':'contact','name':'Carol','phones':['+3161234']}",
                "{'type':'poll','question':'When?','options':['today','later']}",
                "{'type':'vote','of':1,'options':[1]}",
                "{'type':'encrypted','scheme':'mls','data':'AAEC'}",
                "{'type':'delete','of':1}",
                "{'type':'timer','seconds':86400}",
                "{'type':'hologram','of':{'anything':[1,2.5,null]},'replyTo':{'seq':1}}"
            })
    void whatIsWellFormedPassesUnharmed(String content) {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "first");
        sender.hear("accepted");

        send(sender, content);

        sender.hear(2, "accepted");
        assertThat(recipient
                        .hear("message", message -> message.path("seq").asLong() == 2)
                        .path("content")
                        .toString())
                .isEqualTo(content.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'text','text':'x','replyTo':{'seq':9}} | unknown_message",
                "{'type':'text','text':'x','replyTo':{'seq':0}} | invalid_field",
                "{'type':'text','text':'x','replyTo':7} | invalid_field",
                "{'type':'text','text':'x','replyTo':{'seq':1,'conversation':'0193a1c2-0000-7000-8000-000000000b0b'}}"
                        + " | invalid_field",
                "{'type':'text','text':'x','mentions':['0193a1c2-0000-7000-8000-000000000b0b']} | not_a_member",
                "{'type':'text','text':'x','mentions':['bob']} | invalid_field",
                "{'type':'text','text':'x','mentions':'bob'} | invalid_field",
                "{'type':'reaction','emoji':'x'} | invalid_field",
                "{'type':'reaction','of':9,'emoji':'x'} | unknown_message",
                "{'type':'reaction','of':1} | invalid_field",
                "{'type':'edit','of':9,'content':{'type':'text','text':'x'}} | unknown_message",
                "{'type':'edit','of':1} | invalid_field",
                "{'type':'edit','of':1,'content':{'type':'text','text':''}} | invalid_field",
                "{'type':'edit','of':1,'content':{'type':'edit','of':1}} | invalid_field",
                "{'type':'edit','of':1,'content':{'type':'group','change':'left'}} | invalid_field",
                "{'type':'poll','question':'When?','options':[]} | invalid_field",
                "{'type':'poll','question':'When?','options':['now']} | invalid_field",
                "{'type':'poll','question':'When?','options':['now','now']} | invalid_field",
                "{'type':'poll','question':'','options':['now','later']} | invalid_field",
                "{'type':'vote','of':1,'options':[1,1]} | invalid_field",
                "{'type':'vote','of':1,'options':[99]} | invalid_field",
                "{'type':'location','latitude':91,'longitude':0} | invalid_field",
                "{'type':'location','latitude':1} | invalid_field",
                "{'type':'pin','of':1} | invalid_field",
                "{'type':'delete'} | invalid_field",
                "{'type':'delete','of':9} | unknown_message",
                "{'type':'deleted'} | invalid_field",
                "{'type':'gone'} | invalid_field",
                "{'type':'edit','of':1,'content':{'type':'deleted'}} | invalid_field",
                "{'type':'edit','of':1,'content':{'type':'timer','seconds':1}} | invalid_field",
                "{'type':'timer'} | invalid_field",
                "{'type':'timer','seconds':-1} | invalid_field",
                "{'type':'timer','seconds':31536001} | invalid_field",
                "{'type':'contact'} | invalid_field",
                "{'type':'group','change':'removed'} | invalid_field"
            })
    void whatIsNotHasItsCode(String content, String code) {
        Client sender = login(alice[0]);
        sender.text(conversation, "first");
        sender.hear("accepted");

        send(sender, content);

        sender.error(code);
        sender.text(conversation, "second");
        assertThat(sender.hear(2, "accepted").getLast().path("seq").asLong()).isEqualTo(2);
    }

    @Test
    void onesOwnMessageMayBeEditedForAWhileAndNoOther() {
        Client sender = login(alice[0]);
        Client other = login(bob[0]);
        sender.text(conversation, "frist");
        sender.hear("accepted");

        send(other, "{'type':'edit','of':1,'content':{'type':'text','text':'mine'}}");
        other.error("not_your_message");
        send(sender, "{'type':'edit','of':1,'content':{'type':'text','text':'first'}}");
        sender.hear(2, "accepted");

        await().untilAsserted(() -> {
            send(sender, "{'type':'edit','of':1,'content':{'type':'text','text':'late'}}");
            assertThat(sender.all("error"))
                    .extracting(error -> error.path("code").asString())
                    .contains("too_late");
        });
    }

    @Test
    void onesOwnMessageMayBeDeletedForAWhileAndNoOther() {
        Client sender = login(alice[0]);
        Client other = login(bob[0]);
        sender.text(conversation, "oops");
        sender.hear("accepted");

        send(other, "{'type':'delete','of':1}");
        other.error("not_your_message");
        send(sender, "{'type':'delete','of':1}");
        sender.hear(2, "accepted");

        await().untilAsserted(() -> {
            send(sender, "{'type':'delete','of':1}");
            assertThat(sender.all("error"))
                    .extracting(error -> error.path("code").asString())
                    .contains("too_late");
        });
    }

    private void send(Client sender, String content) {
        sender.say(
                "{'type':'send','id':'%s','to':{'conversation':'%s'},'content':" + content + "}",
                UUID.randomUUID(),
                conversation);
    }
}
