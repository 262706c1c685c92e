package app.parley.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Packages are named for what is in them, say so in a sentence, and know where null can be.
 *
 * @param packages the service's packages
 */
record PackageConventions(ServicePackages packages) {

    private static final Set<String> EMPTY_NAMES = Set.of(
            "common",
            "commons",
            "controller",
            "controllers",
            "dto",
            "dtos",
            "entities",
            "entity",
            "helper",
            "helpers",
            "manager",
            "managers",
            "misc",
            "shared",
            "util",
            "utils");

    List<String> violations(JavaClasses own) {
        Collection<String> names =
                own.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        return names.stream()
                .flatMap(name -> Stream.concat(emptyName(name), missingNullMarked(own.getPackage(name))))
                .toList();
    }

    private Stream<String> emptyName(String packageName) {
        return Stream.of(packageName.substring(packages.base().length()).split("\\."))
                .filter(EMPTY_NAMES::contains)
                .map(name ->
                        "package %s is called %s, which says nothing about what is in it".formatted(packageName, name));
    }

    private static Stream<String> missingNullMarked(JavaPackage checked) {
        return checked.isAnnotatedWith(NullMarked.class)
                ? Stream.of()
                : Stream.of("package %s has no package-info.java with @NullMarked".formatted(checked.getName()));
    }
}
