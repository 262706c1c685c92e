package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.Device.Accepted;
import app.parley.e2e.Device.Refused;
import app.parley.e2e.PublicApi.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Alice, Bob, Carol and Dave say and do in a group, and Alice and Bob with each other, made up from a seed. It goes
 * on in rounds: in each, some do something at the same time, and the next one begins when all of it is answered. The
 * seed says who does what; who comes first within a round it does not say.
 */
final class History implements AutoCloseable {

    /** A message that has its place, and those who were there. */
    private record Said(Someone by, UUID conversation, long seq, String type, Set<Someone> witnesses) {}

    /** Something that is sent and not answered yet. */
    private record Attempt(Deed deed, @Nullable Said about, CompletableFuture<Said> answer) {}

    private static final int MOST_ROUNDS = 1_000;

    private final Random random;
    private final Sayings sayings;
    private final Cast cast;
    private final Habits habits;
    private final List<Said> said = new ArrayList<>();
    private final Set<Said> deleted = new HashSet<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    private final List<CompletableFuture<Answer>> calls = new ArrayList<>();
    private final List<CompletableFuture<Accepted>> goodbyes = new ArrayList<>();
    private final Deque<Turn> turns = new ArrayDeque<>(List.of(Turn.values()));
    private int progress;

    History(PublicApi api, long seed, boolean archived) {
        random = new Random(seed);
        sayings = new Sayings(random);
        cast = new Cast(api, archived);
        habits = new Habits(random, sayings);
        said.add(new Said(cast.alice(), cast.direct(), 1, "text", Set.of(cast.alice(), cast.bob())));
    }

    Cast cast() {
        return cast;
    }

    Habits habits() {
        return habits;
    }

    /** How often something was done, and not refused. */
    int done(Deed deed) {
        return done.getOrDefault(deed, 0);
    }

    /** Lets all of it happen. The last thing in each conversation is a reaction of Alice's, whose place is known. */
    void happen() {
        Deque<Deed> deeds = shuffled();
        int all = deeds.size();
        for (int round = 0; !deeds.isEmpty(); round++) {
            assertThat(round).as("rounds, with %s left", deeds).isLessThan(MOST_ROUNDS);
            progress = 100 - 100 * deeds.size() / all;
            List<Deed> some = Stream.generate(deeds::poll)
                    .limit(Math.min(deeds.size(), 1 + random.nextInt(8)))
                    .toList();
            deeds.addAll(round(some));
        }
        assertThat(turns).as("what did not happen").isEmpty();
        cast.end(cast.group(), last(cast.group()));
        cast.end(cast.direct(), last(cast.direct()));
    }

    private Deque<Deed> shuffled() {
        List<Deed> deeds = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            deeds.addAll(Collections.nCopies(deed.times(), deed));
        }
        Collections.shuffle(deeds, random);
        return new ArrayDeque<>(deeds);
    }

    private long last(UUID conversation) {
        return said.stream()
                .filter(message -> message.conversation.equals(conversation) && !deleted.contains(message))
                .mapToLong(Said::seq)
                .max()
                .orElseThrow();
    }

    /** Answers what could not be done yet. */
    private List<Deed> round(List<Deed> deeds) {
        Turn next = turns.peek();
        Set<Someone> joining = next == null || progress < next.after() ? Set.of() : begin(turns.remove());
        List<Deed> postponed = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (Deed deed : deeds) {
            if (!attempt(deed, attempts)) {
                postponed.add(deed);
            }
        }
        calls.forEach(
                call -> assertThat(call.join().status()).as(call.join().body()).isBetween(200, 204));
        calls.clear();
        goodbyes.forEach(History::settleGoodbye);
        goodbyes.clear();
        settle(attempts);
        cast.inGroup().addAll(joining);
        any(cast.everybody()).own().catchUp();
        return postponed;
    }

    /** Who goes does nothing more, but for Carol's last word; who comes does something only in the next round. */
    private Set<Someone> begin(Turn turn) {
        switch (turn) {
            case DAVE_JOINS -> {
                call(cast::letDaveIn);
                return Set.of(cast.dave());
            }
            case DEVICES_LEAVE -> cast.everybody().forEach(Someone::leaveWithOne);
            case CAROL_IS_REMOVED -> {
                cast.inGroup().remove(cast.carol());
                goodbyes.add(sending(
                        cast.carol(),
                        cast.group(),
                        sayings.message(null, cast.carol().id())));
                call(() -> cast.remove(cast.alice(), cast.carol()));
            }
            case CAROL_IS_BACK -> {
                call(cast::addCarol);
                return Set.of(cast.carol());
            }
            case DEVICES_ARE_BACK -> cast.everybody().forEach(Someone::comeBackWithOne);
            case DAVE_LEAVES -> {
                cast.inGroup().remove(cast.dave());
                call(() -> cast.remove(cast.dave(), cast.dave()));
            }
        }
        return Set.of();
    }

    private void call(Supplier<Answer> change) {
        calls.add(CompletableFuture.supplyAsync(change));
    }

    /** Answers whether it could be done. */
    private boolean attempt(Deed deed, List<Attempt> attempts) {
        UUID conversation = random.nextInt(4) == 0 ? cast.direct() : cast.group();
        Someone by = any(cast.in(conversation));
        return switch (deed) {
            case READ -> habits.read(any(by.connected()), conversation);
            case PERSONAL ->
                habits.keep(
                        by, conversation, seen(by, conversation).map(Said::seq).toList());
            case INFO, SETTINGS, ROLE -> change(deed);
            case MESSAGE -> attempts.add(message(by, conversation));
            case TIMER -> attempts.add(send(deed, cast.alice(), conversation, null, sayings.timer()));
            case EDIT, DELETION, REACTION, VOTE, PIN -> remark(deed, by, conversation, attempts);
        };
    }

    private Attempt message(Someone by, UUID conversation) {
        Said answered = target(seen(by, conversation));
        var content = sayings.message(answered == null ? null : answered.seq, anyId(conversation));
        return send(Deed.MESSAGE, by, conversation, content.containsKey("replyTo") ? answered : null, content);
    }

    /** One change of a group at a time: what others do at the same time is enough. */
    private boolean change(Deed deed) {
        if (!calls.isEmpty()) {
            return false;
        }
        switch (deed) {
            case INFO -> call(cast.edit(Map.of(random.nextBoolean() ? "name" : "description", sayings.text())));
            case SETTINGS -> {
                // who was let in before sees no more by it
                String field = progress > 90 ? "history" : random.nextBoolean() ? "editing" : "adding";
                String value = field.equals("history") ? "all" : random.nextBoolean() ? "admins" : "members";
                call(cast.edit(Map.of(field, value)));
            }
            default -> call(cast.role(random));
        }
        return true;
    }

    private boolean remark(Deed deed, Someone by, UUID conversation, List<Attempt> attempts) {
        boolean asAdmin = deed == Deed.DELETION && random.nextInt(3) == 0;
        Someone who = asAdmin ? cast.alice() : by;
        UUID where = asAdmin ? cast.group() : conversation;
        Said about = target(seen(who, where).filter(may(deed, who, asAdmin)));
        if (about == null) {
            return false;
        }
        var content = sayings.about(deed, about.seq, anyId(where));
        return attempts.add(send(deed, who, where, about, content));
    }

    private static Predicate<Said> may(Deed deed, Someone who, boolean asAdmin) {
        return switch (deed) {
            case EDIT -> message -> message.by == who;
            case DELETION -> message -> asAdmin != (message.by == who);
            case VOTE -> message -> message.type.equals("poll");
            default -> message -> true;
        };
    }

    private Attempt send(Deed deed, Someone by, UUID conversation, @Nullable Said about, Map<String, ?> content) {
        Set<Someone> witnesses = Set.copyOf(cast.in(conversation));
        CompletableFuture<Accepted> sent = sending(by, conversation, content);
        String type = content.get("type").toString();
        return new Attempt(
                deed, about, sent.thenApply(accepted -> new Said(by, conversation, accepted.seq(), type, witnesses)));
    }

    private CompletableFuture<Accepted> sending(Someone by, UUID conversation, Map<String, ?> content) {
        return any(by.connected()).sending(UUID.randomUUID(), Map.of("conversation", conversation.toString()), content);
    }

    /** Who says something while they are removed is still heard, or not any more. */
    private static void settleGoodbye(CompletableFuture<Accepted> goodbye) {
        try {
            Device.result(goodbye);
        } catch (Refused refused) {
            assertThat(refused.error.path("code").asString()).isEqualTo("unknown_conversation");
        }
    }

    /** Refused may only be what is said of a message that somebody deletes in the same round. */
    private void settle(List<Attempt> attempts) {
        Set<Said> goes = new HashSet<>();
        attempts.stream().filter(attempt -> attempt.deed == Deed.DELETION).forEach(attempt -> goes.add(attempt.about));
        for (Attempt attempt : attempts) {
            try {
                Said now = Device.result(attempt.answer);
                done.merge(attempt.deed, 1, Integer::sum);
                if (attempt.deed == Deed.MESSAGE) {
                    said.add(now);
                }
            } catch (Refused refused) {
                assertThat(refused.error.path("code").asString())
                        .as("%s: %s", attempt, refused)
                        .isEqualTo("unknown_message");
                assertThat(goes).as("%s: %s", attempt, refused).contains(attempt.about);
            }
        }
        deleted.addAll(goes);
    }

    /** The messages that somebody has seen and that are not deleted. */
    private Stream<Said> seen(Someone by, UUID conversation) {
        return said.stream()
                .filter(message -> message.conversation.equals(conversation)
                        && message.witnesses.contains(by)
                        && !deleted.contains(message));
    }

    private @Nullable Said target(Stream<Said> messages) {
        List<Said> some = messages.toList();
        return some.isEmpty() ? null : any(some);
    }

    private String anyId(UUID conversation) {
        return any(cast.in(conversation)).id();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @Override
    public void close() {
        cast.close();
    }
}
