package app.parley.load.account;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Gets as many signed-in accounts as a run needs. They are kept in a file: hashing a password is made to be expensive,
 * so a second run refreshes the sessions of the first.
 */
public final class Accounts {

    private final AccountFile file;
    private final AccountApi api;
    private final int atOnce;

    /**
     * @param accounts where accounts are opened
     * @param sessions where sessions are
     * @param file where they are kept between runs
     * @param atOnce how many requests are under way at a time
     */
    public Accounts(HttpClient http, URI accounts, URI sessions, Path file, int atOnce) {
        this.file = new AccountFile(file);
        this.api = new AccountApi(http, accounts, sessions);
        this.atOnce = atOnce;
    }

    private record SignedIn(Kept.Entry entry, Account account) {}

    /**
     * So many accounts, signed in.
     *
     * @param progress told how many are done
     */
    public List<Account> signIn(int count, IntConsumer progress) {
        List<Kept.Entry> kept = new ArrayList<>(file.read());
        while (kept.size() < count) {
            kept.add(newEntry());
        }
        List<Account> accounts = new ArrayList<>(count);
        try (ExecutorService workers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<SignedIn>> futures = kept.subList(0, count).stream()
                    .map(entry -> workers.submit(() -> signIn(entry)))
                    .toList();
            for (int i = 0; i < count; i++) {
                SignedIn done = futures.get(i).get();
                kept.set(i, done.entry());
                accounts.add(done.account());
                progress.accept(i + 1);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot sign in: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            file.write(kept);
        }
        return accounts;
    }

    private static Kept.Entry newEntry() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new Kept.Entry("load-" + random.substring(0, 16), random, "");
    }

    private SignedIn signIn(Kept.Entry entry) {
        AccountApi.Grant grant = refreshed(entry)
                .or(() -> api.logIn(entry.handle(), entry.password()))
                .orElseGet(() -> registered(entry));
        return new SignedIn(
                entry.with(grant.refreshToken()),
                new Account(entry.handle(), grant.userId(), grant.deviceId(), grant.accessToken()));
    }

    private Optional<AccountApi.Grant> refreshed(Kept.Entry entry) {
        return entry.refreshToken().isEmpty() ? Optional.empty() : api.refresh(entry.refreshToken());
    }

    private AccountApi.Grant registered(Kept.Entry entry) {
        api.register(entry.handle(), entry.password());
        return api.logIn(entry.handle(), entry.password())
                .orElseThrow(() -> new IllegalStateException(
                        "the account " + entry.handle() + " was registered and cannot log in"));
    }
}
