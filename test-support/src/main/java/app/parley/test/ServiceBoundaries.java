package app.parley.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that keep a service readable: features on top, a subpackage for each technology, imports in one direction.
 *
 * <p>They are the table in {@code docs/architecture.md}; each service runs them in its {@code BoundaryTest}.
 */
public final class ServiceBoundaries {

    private ServiceBoundaries() {}

    /**
     * Checks the classes below a package, those of tests left out.
     *
     * @param basePackage the package of the service's main class
     * @throws AssertionError with every violation
     */
    public static void verify(String basePackage) {
        ServicePackages packages = new ServicePackages(basePackage);
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        List<String> violations = violations(packages, classes);
        if (!violations.isEmpty()) {
            throw new AssertionError("%d violations of the service's boundaries:%n%s"
                    .formatted(violations.size(), String.join(System.lineSeparator(), violations)));
        }
    }

    static List<String> violations(ServicePackages packages, JavaClasses all) {
        JavaClasses own = packages.own(all);
        if (own.isEmpty()) {
            return List.of("no class lies below %s: nothing was checked".formatted(packages.base()));
        }
        return Stream.of(
                        new PackageConventions(packages).violations(own),
                        new ImportRules(packages).violations(own),
                        cycles(own))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> cycles(JavaClasses own) {
        SliceRule noCycles = SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackage())
                .namingSlices("package $1")
                .should()
                .beFreeOfCycles();
        return noCycles.evaluate(own).getFailureReport().getDetails();
    }
}
