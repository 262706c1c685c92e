package app.parley.service.instance;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * The instances of one service, which calls take in turn. One that cannot be reached or does not answer is passed over
 * for a moment, which grows while it stays so. Nobody asks around for that: the calls themselves show it.
 */
public final class Instances {

    /** What an error says about the instance that was called. */
    public enum Failure {
        /** The call did not come to it: another one may take it, whatever it asks for. */
        NOT_REACHED,
        /** It did not answer, and may have done what it was asked. */
        NOT_ANSWERED,
        /** Nothing: the error comes from elsewhere. */
        NONE
    }

    private final List<Instance> all;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param addresses their base addresses, at least one */
    public Instances(List<URI> addresses) {
        this(addresses, System::nanoTime);
    }

    Instances(List<URI> addresses, LongSupplier nanoTime) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a service needs the address of at least one instance");
        }
        this.all = addresses.stream()
                .map(address -> new Instance(address, nanoTime))
                .toList();
    }

    /**
     * The instances in the order in which one call tries them. Those that are passed over come last, not never: when
     * all of them are, one of them may be back.
     */
    public Iterator<Instance> order() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Instance> order = new ArrayList<>(all.size());
        List<Instance> passedOver = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Instance instance = all.get((first + i) % all.size());
            boolean taken = order.isEmpty() ? instance.admits() : instance.isGood();
            (taken ? order : passedOver).add(instance);
        }
        order.addAll(passedOver);
        return order.iterator();
    }

    /** Calls one instance, and others after it as long as none is reached. */
    public <T> Mono<T> call(Function<URI, Mono<T>> call, Function<Throwable, Failure> judge) {
        return Mono.defer(() -> attempt(order(), call, judge));
    }

    private static <T> Mono<T> attempt(
            Iterator<Instance> order, Function<URI, Mono<T>> call, Function<Throwable, Failure> judge) {
        Instance instance = order.next();
        return call.apply(instance.address())
                .doOnSuccess(answer -> instance.answered())
                .onErrorResume(error -> switch (judge.apply(error)) {
                    case NOT_REACHED -> {
                        instance.failed();
                        yield order.hasNext() ? attempt(order, call, judge) : Mono.error(error);
                    }
                    case NOT_ANSWERED -> {
                        instance.failed();
                        yield Mono.error(error);
                    }
                    case NONE -> Mono.error(error);
                });
    }

    /** Whether this error says that no connection came about. */
    public static boolean isNotReached(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return true;
            }
        }
        return false;
    }
}
