package app.parley.e2e;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with three devices: one is there all the time, one is there from the beginning and misses the middle, and one
 * comes at the end.
 */
final class Someone implements AutoCloseable {

    private final PublicApi api;
    private final Account account;
    private final Session away;
    private final Device there;
    private final PersonalCopy own;
    private final PersonalCopy ownSometimes;
    private Device sometimes;
    private boolean sometimesThere = true;
    private @Nullable Device late;

    Someone(PublicApi api, String name) {
        this.api = api;
        this.account = api.register(name);
        this.away = api.login(account);
        Device.connect(api, away).close();
        this.there = Device.connect(api, api.login(account));
        this.sometimes = Device.connect(api, api.login(account));
        this.own = new PersonalCopy(api, there.session());
        this.ownSometimes = new PersonalCopy(api, sometimes.session());
    }

    Account account() {
        return account;
    }

    String id() {
        return account.id().toString();
    }

    /** The one that is there all the time. */
    Device there() {
        return there;
    }

    /** What the device that is there all the time has of its user's own state. */
    PersonalCopy own() {
        return own;
    }

    /** Those that are connected. */
    List<Device> connected() {
        return sometimesThere ? List.of(there, sometimes) : List.of(there);
    }

    void leaveWithOne() {
        ownSometimes.catchUp();
        sometimes.close();
        sometimesThere = false;
    }

    void comeBackWithOne() {
        sometimes = Device.connect(api, sometimes.session(), sometimes.logs(), true);
        sometimesThere = true;
    }

    /** The one that missed the middle. */
    Device sometimes() {
        return sometimes;
    }

    /** What that has of its user's own state, up to when it left. */
    PersonalCopy ownSometimes() {
        return ownSometimes;
    }

    /** The one that was away for all of it comes. */
    Device comeBack() {
        late = Device.connect(api, away, new ConcurrentHashMap<>(), true);
        return late;
    }

    /** The same, once it is there. */
    @Nullable
    Device late() {
        return late;
    }

    /** A device that nobody has seen before. */
    Device newDevice() {
        return Device.connect(api, api.login(account));
    }

    Answer call(String method, String path, @Nullable Object body) {
        return api.call(method, path, there.session().accessToken(), body);
    }

    @Override
    public void close() {
        there.close();
        sometimes.close();
        if (late != null) {
            late.close();
        }
    }

    @Override
    public String toString() {
        return account.handle();
    }
}
