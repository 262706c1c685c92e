package app.parley.profile.personal;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.api.ConversationKind;
import app.parley.profile.api.OwnConversation;
import app.parley.profile.api.Person;
import app.parley.profile.api.Role;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** All of somebody's conversations at once, for chat-service. */
@TestPropertySource(properties = "parley.profile.personal.most-hidden=100")
class OverviewTest extends PersonalTest {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void aConversationIsSeenWithWhoItIsWithAndHowItIsKept() {
        kept(
                ada,
                conversation,
                Map.of("muted", true, "archived", true, "pinned", true, "draft", Map.of("type", "text")));
        hide(ada, conversation, Map.of("upTo", 3, "seqs", List.of(5, 9)));

        OwnConversation seen = overview(ada.id()).getFirst();

        assertThat(seen.id()).isEqualTo(conversation);
        assertThat(seen.kind()).isEqualTo(ConversationKind.DIRECT);
        assertThat(seen.name()).isNull();
        assertThat(seen.other()).isEqualTo(new Person(grace.id(), grace.handle(), "grace"));
        assertThat(seen.memberCount()).isEqualTo(2);
        assertThat(seen.role()).isEqualTo(Role.MEMBER);
        assertThat(seen.mutedUntil()).isEqualTo(Muting.FOR_EVER);
        assertThat(seen.archived()).isTrue();
        assertThat(seen.pinnedAt()).isNotNull();
        assertThat(seen.draft()).isEqualTo("{\"type\":\"text\"}");
        assertThat(seen.draftedAt()).isNotNull();
        assertThat(seen.clearedTo()).isEqualTo(3);
        assertThat(seen.hidden()).containsExactly(9L, 5L);
    }

    @Test
    void theOtherSeesItAsNothingWasSaidOfIt() {
        kept(ada, conversation, Map.of("muted", true));

        OwnConversation seen = overview(grace.id()).getFirst();

        assertThat(seen.other().user()).isEqualTo(ada.id());
        assertThat(seen.mutedUntil()).isNull();
        assertThat(seen.draft()).isNull();
        assertThat(seen.hidden()).isEmpty();
    }

    @Test
    void aGroupIsSeenWithItsName() {
        UUID group = group();

        OwnConversation seen = overview(ada.id()).getFirst();

        assertThat(seen.id()).isEqualTo(group);
        assertThat(seen.kind()).isEqualTo(ConversationKind.GROUP);
        assertThat(seen.name()).isEqualTo("Engine");
        assertThat(seen.other()).isNull();
        assertThat(seen.memberCount()).isEqualTo(2);
        assertThat(seen.role()).isEqualTo(Role.OWNER);
    }

    @Test
    void whatOneHasLeftIsNotSeenAndComesBackAsItWasKept() {
        UUID group = group();
        kept(grace, group, Map.of("archived", true));

        delete(ada, "/v1/conversations/" + group + "/members/" + grace.id());
        assertThat(overview(grace.id())).extracting(OwnConversation::id).containsExactly(conversation);

        send(HttpMethod.POST, ada, "/v1/conversations/" + group + "/members", Map.of("users", List.of(grace.id())));
        assertThat(overview(grace.id()).getFirst().archived()).isTrue();
    }

    @Test
    void theLastSixteenHiddenMessagesAreNamed() {
        hide(
                ada,
                conversation,
                Map.of("seqs", LongStream.rangeClosed(1, 20).boxed().toList()));

        assertThat(overview(ada.id()).getFirst().hidden())
                .isEqualTo(
                        LongStream.iterate(20, seq -> seq - 1).limit(16).boxed().toList());
    }

    @Test
    void fiveHundredConversationsDoNotCostAQueryEach() {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            manyConversations(ada.id(), 499);
            group();

            statistics.clear();
            assertThat(overview(ada.id())).hasSize(501).allSatisfy(seen -> {
                assertThat(seen.other() == null).isEqualTo(seen.kind() == ConversationKind.GROUP);
                assertThat(seen.memberCount()).isEqualTo(2);
            });
            // what the service asks by itself meanwhile is counted, too
            assertThat(statistics.getPrepareStatementCount()).isBetween(6L, 50L);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void whoDoesNotExistHasNone() {
        assertThat(overview(UUID.randomUUID())).isEmpty();
    }

    private List<OwnConversation> overview(UUID user) {
        return client.api().conversationsOf(user).block();
    }

    private UUID group() {
        return UUID.fromString((String) body(send(
                                HttpMethod.POST,
                                ada,
                                "/v1/conversations",
                                Map.of("name", "Engine", "members", List.of(grace.id())))
                        .expectStatus()
                        .isCreated())
                .get("id"));
    }

    /** With others who are made for it, as fast as they can be. */
    private void manyConversations(UUID user, int count) {
        database.update("""
                with other as (
                  insert into account (id, handle, display_name, password_hash, created_at, version)
                  select id, 'p' || substr(replace(id::text, '-', ''), 1, 30), 'Somebody', 'none', now(), 0
                  from (select gen_random_uuid() as id from generate_series(1, ?)) as made
                  returning id),
                talk as (
                  insert into conversation (id, created_at, version)
                  select gen_random_uuid(), now(), 0 from other returning id),
                pair as (
                  select talk.id as talk, other.id as other
                  from (select id, row_number() over () as place from talk) as talk
                  join (select id, row_number() over () as place from other) as other using (place))
                insert into conversation_member (conversation_id, account_id, joined_at)
                select talk, other, now() from pair union all select talk, ?, now() from pair
                """, count, user);
    }
}
