package app.parley.test;

import app.parley.test.ServicePackages.Adapter;
import app.parley.test.ServicePackages.Edge;
import app.parley.test.ServicePackages.Feature;
import app.parley.test.ServicePackages.Foreign;
import app.parley.test.ServicePackages.Place;
import app.parley.test.ServicePackages.Root;
import app.parley.test.ServicePackages.SharedTechnology;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which package may import which.
 *
 * @param packages the service's packages
 */
record ImportRules(ServicePackages packages) {

    private static final List<String> DRIVERS = List.of(
            "com.datastax",
            "io.lettuce",
            "io.minio",
            "org.springframework.data.cassandra",
            "org.springframework.data.redis",
            "org.postgresql",
            "redis.clients",
            "software.amazon");
    private static final String FRAMES = "app.parley.chat.protocol";
    private static final String WEB_ANNOTATIONS = "org.springframework.web.bind.annotation";
    private static final String CONTRACT = "app\\.parley\\.[a-z]+\\.api(\\..*)?";

    List<String> violations(JavaClasses own) {
        return own.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(this::violation)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> violation(Dependency dependency) {
        JavaClass origin = dependency.getOriginClass();
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return objection(packages.placeOf(origin.getPackageName()), target.getPackageName())
                .map(objection -> "%s imports %s: %s".formatted(origin.getName(), target.getName(), objection))
                .stream();
    }

    private Optional<String> objection(Place from, String targetPackage) {
        return switch (from) {
            case Feature _ -> objectionOfFeature(targetPackage);
            case Edge edge -> objectionOfEdge(edge, targetPackage);
            case Adapter adapter -> objectionOfAdapter(adapter, targetPackage);
            case SharedTechnology _ -> frames(targetPackage);
            case Root _, Foreign _ -> Optional.empty();
        };
    }

    private Optional<String> objectionOfFeature(String target) {
        Optional<String> inside = switch (packages.placeOf(target)) {
            case Adapter _ -> Optional.of("a feature does not know its adapters");
            case Edge _ -> Optional.of("a feature does not know how clients reach it");
            case SharedTechnology _ -> Optional.of("a feature does not know a store's technology");
            case Feature _, Root _, Foreign _ -> Optional.empty();
        };
        return inside.or(() -> driver(target))
                .or(() -> frames(target))
                .or(() -> when(isBelow(target, WEB_ANNOTATIONS), "controllers belong into the subpackage web"))
                .or(() -> when(target.matches(CONTRACT), "a contract between services belongs into an adapter"));
    }

    private Optional<String> objectionOfEdge(Edge edge, String target) {
        Optional<String> inside = switch (packages.placeOf(target)) {
            case Adapter _, SharedTechnology _ -> Optional.of("what speaks with clients does not know adapters");
            case Edge other -> when(!other.equals(edge), "it belongs to another feature's adapter");
            case Feature _, Root _, Foreign _ -> Optional.empty();
        };
        return inside.or(() -> driver(target));
    }

    private Optional<String> objectionOfAdapter(Adapter adapter, String target) {
        Optional<String> inside = switch (packages.placeOf(target)) {
            case Adapter other -> when(!other.equals(adapter), "adapters do not know each other");
            case Edge _ -> Optional.of("adapters do not know each other");
            case SharedTechnology shared ->
                when(!shared.technology().equals(adapter.technology()), "an adapter knows one technology, its own");
            case Feature _, Root _, Foreign _ -> Optional.empty();
        };
        return inside.or(() -> frames(target));
    }

    private static Optional<String> driver(String target) {
        return when(
                DRIVERS.stream().anyMatch(driver -> isBelow(target, driver)), "a driver belongs into its own adapter");
    }

    private static Optional<String> frames(String target) {
        return when(isBelow(target, FRAMES), "frames stay where clients are spoken with");
    }

    private static boolean isBelow(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }

    private static Optional<String> when(boolean objected, String objection) {
        return objected ? Optional.of(objection) : Optional.empty();
    }
}
