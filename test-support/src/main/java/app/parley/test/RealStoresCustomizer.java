package app.parley.test;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Tells a Spring application where the stores of its test class are.
 *
 * <p>Equal for test classes that share their stores: those can share an application context too.
 *
 * @param use whose stores
 */
record RealStoresCustomizer(StoreUse use) implements ContextCustomizer {

    private static final String NAME = "realStores";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Map<String, Object> properties = new HashMap<>();
        RunningStores.of(use).values().forEach(store -> properties.putAll(store.properties()));
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        PropertySource<?> source = new MapPropertySource(NAME, properties);
        // What a test says itself counts more.
        if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
            sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, source);
        } else {
            sources.addFirst(source);
        }
        if (RunningStores.endBySpring()) {
            // These run when all contexts are closed: no context waits for a store that is gone.
            SpringApplication.getShutdownHandlers().add(RunningStores::endAll);
        }
    }
}
