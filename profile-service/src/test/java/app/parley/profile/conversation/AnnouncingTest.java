package app.parley.profile.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.ChatDouble.Mood;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AnnouncingTest extends GroupTest {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private HikariDataSource connections;

    @Autowired
    private Unannounced unannounced;

    @Test
    void chatServiceIsToldOfEachChangeBeforeTheAnswerComes() {
        UUID group = group(ada, grace);
        assertThat(chat.told(group)).containsExactly(1L);

        add(ada, group, mary).expectStatus().isOk();
        assertThat(chat.told(group)).containsExactly(1L, 2L);
        remove(ada, group, mary).expectStatus().isNoContent();
        assertThat(chat.told(group)).containsExactly(1L, 2L, 3L);
        assertThat(announced(group)).isEqualTo(3);
    }

    @Test
    void itIsToldOfNothingThatDidNotChange() {
        UUID group = group(ada, grace);

        add(ada, group, grace).expectStatus().isOk();
        remove(grace, group, ada).expectStatus().isForbidden();
        direct(ada, mary);

        assertThat(chat.told(group)).containsExactly(1L);
    }

    @Test
    void whatItIsToldIsStoredAndNobodyHoldsAConnectionMeanwhile() {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        chat.before(change -> {
            seen.add(changes(change.conversation()).size());
            await().untilAsserted(
                            () -> assertThat(connections.getHikariPoolMXBean().getActiveConnections())
                                    .isZero());
        });

        group(ada, grace);

        assertThat(seen).containsExactly(1);
    }

    @Test
    void whatItDoesNotTakeStandsAndIsToldLater() {
        chat.mood(Mood.UNAVAILABLE);
        UUID group = group(ada, grace);
        add(ada, group, mary).expectStatus().isOk();

        assertThat(lookedUp(group).members()).hasSize(3);
        assertThat(chat.told(group)).isEmpty();
        assertThat(announced(group)).isZero();

        chat.mood(Mood.WELL);
        await().atMost(Duration.ofSeconds(20)).until(() -> announced(group) == 2);
        assertThat(chat.told(group)).contains(2L);
    }

    @Test
    void whoeverChangesAGroupDoesNotWaitForeverForASilentChatService() {
        chat.mood(Mood.SILENT);
        UUID group = group(ada, grace);

        assertThat(announced(group)).isZero();

        chat.calm();
        await().atMost(Duration.ofSeconds(20)).until(() -> announced(group) == 1);
    }

    @Test
    void manyThatWaitAreAllTold() {
        chat.mood(Mood.UNAVAILABLE);
        List<UUID> groups = Stream.generate(() -> group(ada)).limit(40).toList();

        chat.mood(Mood.WELL);

        await().atMost(Duration.ofSeconds(30)).until(() -> groups.stream().allMatch(group -> announced(group) == 1));
    }

    @Test
    void anOlderAnswerDoesNotUndoANewerOne() {
        UUID group = group(ada, grace);
        add(ada, group, mary).expectStatus().isOk();

        unannounced.confirm(group, 1);

        assertThat(announced(group)).isEqualTo(2);
    }

    private long announced(UUID group) {
        return database.queryForObject("select announced from conversation where id = ?", Long.class, group);
    }
}
