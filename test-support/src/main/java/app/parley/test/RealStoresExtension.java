package app.parley.test;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the stores of a test class, hands them to its tests, and mends what a test has broken. */
final class RealStoresExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        stores(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stores(context).values().forEach(RealStore::serveAgain);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RealStore.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return stores(context).values().stream()
                .filter(wanted::isInstance)
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException("%s wants a %s; add its kind to @RealStores"
                        .formatted(context.getDisplayName(), wanted.getSimpleName())));
    }

    private static Map<Store, RealStore> stores(ExtensionContext context) {
        Optional<StoreUse> use = StoreUse.of(context.getRequiredTestClass());
        return use.map(RunningStores::of).orElseGet(Map::of);
    }
}
