package app.parley.test;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which stores a test class uses.
 *
 * @param owner the class that carries the annotation, on itself, a superclass or an enclosing class: what is shared is its
 * @param stores the kinds of store
 */
record StoreUse(Class<?> owner, Set<Store> stores) {

    static Optional<StoreUse> of(Class<?> testClass) {
        for (@Nullable Class<?> enclosing = testClass; enclosing != null; enclosing = enclosing.getEnclosingClass()) {
            for (@Nullable Class<?> type = enclosing; type != null; type = type.getSuperclass()) {
                RealStores annotation = type.getDeclaredAnnotation(RealStores.class);
                if (annotation != null) {
                    return Optional.of(new StoreUse(type, EnumSet.copyOf(List.of(annotation.value()))));
                }
            }
        }
        return Optional.empty();
    }
}
