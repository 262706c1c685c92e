package app.parley.chat;

import org.junit.jupiter.api.Test;

class StallTest extends ChatTest {
    @Test
    void manyLogins() {
        int failed = 0;
        for (int i = 0; i < 600; i++) {
            var alice = neighbours.user(1)[0];
            try (Client c = Client.open(port)) {
                c.say("{'type':'auth','token':'%s'}", neighbours.token(alice));
                try {
                    org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(4)).pollInterval(java.time.Duration.ofMillis(5)).until(() -> !c.all("synced").isEmpty());
                } catch (Throwable e) {
                    failed++;
                }
            }
        }
        System.err.println("STALLS " + failed);
    }
}
