package app.parley.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.load.account.Account;
import app.parley.load.account.Accounts;
import app.parley.load.cost.Stack;
import app.parley.load.report.Report;
import app.parley.load.server.SmallServer;
import app.parley.load.server.SmallServer.Mistake;
import app.parley.load.socket.LoadSockets;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs, against a server that is right and against servers that are not. */
@Timeout(120)
class LoadRunTest {

    private static final Plan PLAN = new Plan(
            2, 4, 200, 50, 100, 5, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), 4, false);

    @TempDir
    private Path folder;

    private Result run(LoadRun run, SmallServer server) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient();
                LoadSockets sockets = new LoadSockets(server.uri(), 1)) {
            List<Account> accounts = new Accounts(http, server.uri(), server.uri(), folder.resolve("accounts.json"), 2)
                    .signIn(run.accounts(PLAN), _ -> {});
            return run.run(PLAN, sockets, accounts, new Observer(http, Stack.noted(folder), null));
        }
    }

    @Test
    void aServerThatIsRightIsFoundToBe() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            Result result = run(OnlineRun.saturated(), server);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.phases()).singleElement().satisfies(phase -> {
                assertThat(phase.count()).isPositive();
                assertThat(phase.latencies().toReceived().getTotalCount()).isPositive();
            });
            await().untilAsserted(() -> assertThat(server.acknowledged()).isEqualTo(server.heads()));
        }
    }

    @Test
    void anotherRunInTheSameConversationsIsJudgedByItself() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            run(OnlineRun.saturated(), server);
            int logins = server.logins();
            Result second = run(OnlineRun.saturated(), server);

            assertThat(second.complaints()).isEmpty();
            assertThat(server.logins()).isEqualTo(logins);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOSES, delivered",
        "LOSES, gaps",
        "REPEATS, duplicates",
        "SWAPS, gaps",
        "SWAPS, out of order",
        "CUTS, damaged texts"
    })
    void aMistakeIsFound(Mistake mistake, String complaint) throws InterruptedException {
        try (SmallServer server = new SmallServer(mistake)) {
            Result result = run(OnlineRun.saturated(), server);

            assertThat(result.good()).isFalse();
            assertThat(result.complaints()).anyMatch(text -> text.startsWith(complaint));
            assertThat(new Report(true).write(result)).contains("WRONG: " + complaint);
        }
    }

    @Test
    void whatIsRefusedForAWhileIsSentAgain() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.REFUSES_ONCE)) {
            Result result = run(OnlineRun.saturated(), server);

            assertThat(result.errors()).containsKey("unavailable");
            assertThat(result.complaints()).allMatch(text -> text.startsWith("out of order"));
        }
    }

    @Test
    void aPacedRunKeepsItsRate() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            Result result = run(OnlineRun.paced(), server);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.phases().getFirst().count()).isLessThanOrEqualTo(PLAN.pairs() * 200L);
        }
    }

    @Test
    void whatIsStoredForAbsentReceiversArrivesWhenTheyCome() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            Result result = run(new OfflineRun(), server);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.phases()).extracting(Phase::count).containsExactly(100L, 100L);
        }
    }

    @Test
    void allComeBackAfterTheirConnectionsBroke() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            Result result = run(new ReconnectRun(), server);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.phases().getFirst().count()).isEqualTo(PLAN.pairs());
        }
    }

    @Test
    void idleConnectionsAreLookedAt() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            Result result = run(new IdleRun(), server);

            assertThat(result.complaints()).isEmpty();
            assertThat(result.facts()).containsKey("memory of " + Observer.GENERATOR);
        }
    }

    @Test
    void aServerThatLimitsLoginsIsAskedAgainLater() throws InterruptedException {
        try (SmallServer server = new SmallServer(Mistake.NONE)) {
            server.refuseLogins(1);

            assertThat(run(new IdleRun(), server).good()).isTrue();
        }
    }
}
