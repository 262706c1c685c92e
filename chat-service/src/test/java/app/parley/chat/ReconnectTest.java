package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Clients that come back, alone and all at once. */
@TestPropertySource(properties = {"parley.chat.admissions.batch-size=50", "parley.chat.admissions.queue-size=300"})
class ReconnectTest extends ChatTest {

    private static final int HERD = 1_000;

    private final Device[] alice = neighbours.user(5);
    private final Device[] bob = neighbours.user(1);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    @Test
    void whatWasAcknowledgedIsNotSentAgain() {
        Client sender = login(bob[0]);
        Client first = login(alice[0]);
        for (int i = 0; i < 4; i++) {
            sender.text(conversation, "message " + i);
        }
        first.hear(4, "message");
        first.ack(conversation, 3);
        await().until(() -> neighbours.store.cursor(conversation, alice[0].device()) == 3);
        first.vanish();

        Client again = login(alice[0]);

        assertThat(again.places(conversation)).containsExactly(4L);
    }

    @Test
    void allDevicesOfAUserComeBackTogetherAndEachGetsWhatItLacks() {
        Client sender = login(bob[0]);
        List<Client> before = new ArrayList<>();
        for (Device device : alice) {
            before.add(login(device));
        }
        sender.text(conversation, "while all are here");
        for (int i = 0; i < alice.length; i++) {
            before.get(i).hear("message");
            if (i % 2 == 0) {
                before.get(i).ack(conversation, 1);
                Device device = alice[i];
                await().until(() -> neighbours.store.cursor(conversation, device.device()) == 1);
            }
        }
        before.forEach(Client::vanish);
        sender.text(conversation, "while all are away");

        List<CompletableFuture<Client>> coming = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Device device : alice) {
                coming.add(CompletableFuture.supplyAsync(() -> login(device), threads));
            }
        }

        for (int i = 0; i < alice.length; i++) {
            Client back = coming.get(i).join();
            Long[] lacking = i % 2 == 0 ? new Long[] {2L} : new Long[] {1L, 2L};
            await().untilAsserted(() -> assertThat(back.places(conversation)).containsExactly(lacking));
        }
    }

    @Test
    void aHerdIsLetInByAndByAndNobodyIsRefusedForGood() throws InterruptedException {
        Device[] herd = neighbours.user(HERD);
        neighbours.silent.add("nodes");
        CountDownLatch in = new CountDownLatch(HERD);
        List<Returner> returners = new ArrayList<>();
        for (Device device : herd) {
            returners.add(new Returner(port, neighbours.token(device), in));
        }
        returners.forEach(Returner::come);
        await().atMost(Duration.ofSeconds(60)).until(() -> sentAway(returners) > HERD / 2);

        neighbours.speak();
        neighbours.admissionTakes(Duration.ofMillis(100));

        assertThat(in.await(120, TimeUnit.SECONDS))
                .as("%d are not in", in.getCount())
                .isTrue();
        returners.forEach(Returner::close);
    }

    private static long sentAway(List<Returner> returners) {
        return returners.stream().filter(returner -> returner.sentAway() > 0).count();
    }

    @Test
    void whoHangsUpWhileWaitingDoesNotCountAsOnline() {
        neighbours.silent.add("nodes");
        Client client = open();
        client.say("{'type':'auth','token':'%s'}", neighbours.token(alice[0]));
        await().until(() -> neighbours.asked("nodes") > 0);
        client.vanish();
        neighbours.speak();
        login(bob[0]);
        await().until(() -> !neighbours.isOnline(alice[0].user()));
    }
}
