package app.parley.profile;

import app.parley.test.RealStores;
import app.parley.test.Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Tests of the running service, on a real PostgreSQL and with tokens of their own; they share one service. */
@RealStores(Store.POSTGRES)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=plain-logs",
            "parley.service.internal-port=0",
            "parley.service.credential=" + ProfileClient.CREDENTIAL,
            // cheap hashes: what they cost is not what these tests are about
            "parley.profile.passwords.argon2.memory=64",
            "parley.profile.passwords.argon2.iterations=1",
            "parley.profile.passwords.patience=30s",
            "parley.profile.groups.announcing.patience=500ms",
            "parley.profile.groups.announcing.interval=100ms",
            "parley.profile.groups.announcing.retry=200ms",
            "parley.profile.departure.interval=100ms",
            "parley.profile.departure.retry=200ms",
            "parley.profile.departure.patience=1s",
            "parley.profile.codes.sender=http",
            "parley.profile.codes.cleaning=1s",
            "parley.profile.codes.http.token=token-of-the-receiver",
            "parley.profile.codes.http.text={code} is good for {minutes} minutes."
        })
@Import({
    ProfileClient.class,
    TestTokens.class,
    ChatDouble.class,
    PresenceDouble.class,
    CodeReceiver.class,
    MovableClock.class
})
public abstract class ProfileServiceTest {

    @Autowired
    protected ProfileClient client;
}
