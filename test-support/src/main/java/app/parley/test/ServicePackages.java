package app.parley.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;

/**
 * What each package of a service is, by its name.
 *
 * @param base the package of the service's main class
 */
record ServicePackages(String base) {

    private static final Set<String> EDGES = Set.of("socket", "web");
    private static final Set<String> TECHNOLOGIES = Set.of("cassandra", "redis", "jpa", "postgres", "s3");
    // Modules of their own, though their names lie below a service's.
    private static final Set<String> CONTRACTS = Set.of("api", "protocol");

    /** The part that a package plays. */
    sealed interface Place {}

    /** The service's own package: its main class and what holds it together. */
    record Root() implements Place {}

    /** A package that speaks with clients. */
    record Edge(String feature) implements Place {}

    /** The service's way to a store, for the adapters of that technology. */
    record SharedTechnology(String technology) implements Place {}

    /** A feature: domain, use cases, ports. */
    record Feature(String name) implements Place {}

    /** A feature's adapter to a technology. */
    record Adapter(String feature, String technology) implements Place {}

    /** Whatever is not this service's. */
    record Foreign() implements Place {}

    Place placeOf(String packageName) {
        if (packageName.equals(base)) {
            return new Root();
        }
        if (!packageName.startsWith(base + ".")) {
            return new Foreign();
        }
        String[] names = packageName.substring(base.length() + 1).split("\\.");
        if (CONTRACTS.contains(names[0])) {
            return new Foreign();
        }
        if (EDGES.contains(names[0])) {
            return new Edge("");
        }
        if (TECHNOLOGIES.contains(names[0])) {
            return new SharedTechnology(names[0]);
        }
        if (names.length == 1) {
            return new Feature(names[0]);
        }
        return EDGES.contains(names[1]) ? new Edge(names[0]) : new Adapter(names[0], names[1]);
    }

    JavaClasses own(JavaClasses classes) {
        return classes.that(DescribedPredicate.describe(
                "belong to the service", (JavaClass type) -> !(placeOf(type.getPackageName()) instanceof Foreign)));
    }
}
