package app.parley.load.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FrameReaderTest {

    private final List<String> told = new ArrayList<>();

    private void read(String message) {
        new FrameReader().read(message.getBytes(StandardCharsets.UTF_8), null, new Recording());
    }

    @Test
    void fieldsMayComeInAnyOrderAndWithOthers() {
        UUID id = UUID.fromString("0198c5d2-7c1f-7aaa-8000-6d1f5a3b9c01");
        read("""
                {"new": {"deep": [1, {"seq": 7}]}, "seq": 3, "id": "%s", "type": "accepted"}""".formatted(id));

        assertThat(told).containsExactly("accepted " + id.getLeastSignificantBits() + " 3");
    }

    @Test
    void anArrayIsSeveralFrames() {
        read("""
                [{"type": "receipt", "delivered": 5, "read": 4}, {"type": "hologram"}, {"type": "synced"}]""");

        assertThat(told).containsExactly("receipt 5 4", "synced");
    }

    @Test
    void aMessageHasItsConversationAndTheLengthOfItsText() {
        UUID conversation = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        read("""
                {"type": "message", "conversation": "%s", "seq": 9, "id": "%s", "from": "%s",
                 "content": {"type": "text", "text": "hello"}}""".formatted(conversation, id, UUID.randomUUID()));

        assertThat(told).containsExactly("message " + conversation + " 9 " + id.getLeastSignificantBits() + " 5");
    }

    @Test
    void anErrorMayReferToATypeInsteadOfAnId() {
        read("""
                {"type": "error", "code": "seq_out_of_range", "reason": "no", "retryable": false, "ref": "ack"}""");

        assertThat(told).containsExactly("error seq_out_of_range false 0");
    }

    @Test
    void aSendSaysWhichMessageItIs() {
        UUID to = UUID.randomUUID();
        byte[] frame = SendTemplate.toUser(12345, to, 100).frame(MessageIds.high(1_700_000_000_000L), 678);
        JsonNode send = new JsonMapper().readTree(frame);
        UUID id = UUID.fromString(send.path("id").asString());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(MessageIds.run(id.getLeastSignificantBits())).isEqualTo(12345);
        assertThat(MessageIds.number(id.getLeastSignificantBits())).isEqualTo(678);
        assertThat(send.at("/to/user").asString()).isEqualTo(to.toString());
        assertThat(send.at("/content/text").asString()).hasSize(100);
    }

    private final class Recording implements FrameListener {

        @Override
        public void welcome(LoadSocket socket) {
            told.add("welcome");
        }

        @Override
        public void synced() {
            told.add("synced");
        }

        @Override
        public void accepted(long idLow, long seq) {
            told.add("accepted " + idLow + " " + seq);
        }

        @Override
        public void message(long high, long low, long seq, long idLow, int textLength) {
            told.add("message " + new UUID(high, low) + " " + seq + " " + idLow + " " + textLength);
        }

        @Override
        public void receipt(long delivered, long read) {
            told.add("receipt " + delivered + " " + read);
        }

        @Override
        public void error(String code, boolean retryable, long idLow) {
            told.add("error " + code + " " + retryable + " " + idLow);
        }

        @Override
        public void readComplete() {}

        @Override
        public void lost(String reason) {
            told.add("lost " + reason);
        }
    }
}
