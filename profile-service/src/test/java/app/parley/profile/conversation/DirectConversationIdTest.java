package app.parley.profile.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DirectConversationIdTest {

    private static final UUID LOWER = UUID.fromString("01936b5e-0000-7000-8000-000000000001");
    private static final UUID HIGHER = UUID.fromString("81936b5e-0000-7000-8000-000000000002");

    @Test
    void theIdNeverChanges() {
        // computed apart from this code: stored conversations stand under such ids
        assertThat(DirectConversationId.of(LOWER, HIGHER)).hasToString("782795bc-ea0f-8a91-a97a-79b54af09c2f");
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(DirectConversationId.of(HIGHER, LOWER)).isEqualTo(DirectConversationId.of(LOWER, HIGHER));
    }

    @Test
    void itIsAUuidOfVersion8() {
        UUID id = DirectConversationId.of(UUID.randomUUID(), UUID.randomUUID());

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anotherPairHasAnother() {
        assertThat(DirectConversationId.of(LOWER, UUID.randomUUID()))
                .isNotEqualTo(DirectConversationId.of(LOWER, HIGHER));
    }
}
