package app.parley.offlinestore.shard;

import app.parley.offlinestore.journal.Journal;
import app.parley.offlinestore.lease.Instances;
import app.parley.offlinestore.lease.ShardLeases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Stands between the shards and their real stores, and lets what a test names fail. */
final class Faults implements BeanPostProcessor {

    private static final Set<Class<?>> PORTS = Set.of(
            Journal.class,
            ShardLeases.class,
            Instances.class,
            ConversationStates.class,
            MessageLog.class,
            WaitingLists.class,
            SendIndex.class);

    private final Map<String, Boolean> failing = new ConcurrentHashMap<>();
    private final Map<String, Sinks.Empty<Void>> held = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /**
     * From now on every call of this method, as in {@code Journal.delete}, fails; with {@code " afterwards"}, it does its
     * work and fails then.
     */
    void fail(String method) {
        failing.put(method, true);
    }

    /** From now on every call of this method waits; with {@code " afterwards"}, it does its work and waits then. */
    void hold(String method) {
        held.put(method, Sinks.empty());
    }

    void heal() {
        failing.clear();
        held.values().forEach(Sinks.Empty::tryEmitEmpty);
        held.clear();
    }

    int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return PORTS.stream()
                .filter(port -> port.isInstance(bean))
                .findFirst()
                .map(port -> between(port, bean))
                .orElse(bean);
    }

    private Object between(Class<?> port, Object real) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            String name = port.getSimpleName() + "." + method.getName();
            calls.merge(name, 1, Integer::sum);
            if (failing.containsKey(name)) {
                IllegalStateException failure = new IllegalStateException(name + " fails");
                return method.getReturnType() == Flux.class ? Flux.error(failure) : Mono.error(failure);
            }
            try {
                Object answer = method.invoke(real, arguments);
                if (failing.containsKey(name + " afterwards")) {
                    return ((Mono<?>) answer).then(Mono.error(new IllegalStateException(name + " fails afterwards")));
                }
                if (held.containsKey(name)) {
                    return held.get(name).asMono().then((Mono<?>) answer);
                }
                Sinks.Empty<Void> afterwards = held.get(name + " afterwards");
                return afterwards == null ? answer : ((Mono<?>) answer).then(afterwards.asMono());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
