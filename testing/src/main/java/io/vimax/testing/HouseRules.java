package io.vimax.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house as a test: each service calls {@link #check} with its root package. A rule says what it forbids and
 * what to do instead.
 */
public final class HouseRules {

    private static final int LONGEST_FILE_LINES = 400;

    private static final Set<String> LAYERS = Set.of(
            "web",
            "rest",
            "domain",
            "persistence",
            "dto",
            "mapper",
            "config",
            "configuration",
            "util",
            "common",
            "impl");

    private static final List<String> BANNED_SUFFIXES =
            List.of("Impl", "Util", "Utils", "Helper", "Helpers", "Manager", "Dto", "DTO", "Entity", "VO");

    private HouseRules() {}

    /**
     * Checks the compiled classes of one service and the source files of the module that the test runs in.
     *
     * @throws AssertionError naming every broken rule and place
     */
    public static void check(String rootPackage) {
        check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage));
        checkSources(Path.of("src", "main", "java"));
    }

    static void check(JavaClasses classes) {
        rules().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("time comes from the injected " + Clock.class.getName()),
                noClasses()
                        .should()
                        .callConstructor(java.util.Date.class)
                        .because("time comes from the injected Clock"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Controller")
                        .should()
                        .notBePublic()
                        .because("a controller is called by the framework only"),
                noClasses().should(haveABannedSuffix()).because("a name comes from the language of the product"),
                classes()
                        .that()
                        .areTopLevelClasses()
                        .and(are(DescribedPredicate.not(generated())))
                        .should(liveInANullMarkedPackage())
                        .because("nothing is null unless it says so"),
                classes().should(liveInAFeature()).because("a feature is a flat package, there are no layers"),
                fields().that()
                        .doNotHaveModifier(JavaModifier.STATIC)
                        .should()
                        .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .because("collaborators come through the constructor"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.vimax.standalone..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("a service speaks through its log"));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> haveABannedSuffix() {
        return condition(
                "have a banned suffix",
                type -> BANNED_SUFFIXES.stream()
                        .anyMatch(suffix -> type.getSimpleName().endsWith(suffix)));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition(
                "live in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> liveInAFeature() {
        return not(condition(
                "live in a layer",
                type -> Stream.of(type.getPackageName().split("\\.")).anyMatch(LAYERS::contains)));
    }

    private static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe(
                "generated",
                type -> type.getSimpleName().equals("package-info")
                        || type.getName().contains("__"));
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> condition(
            String description, Predicate<JavaClass> holds) {
        return new com.tngtech.archunit.lang.ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                boolean satisfied = holds.test(type);
                events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(
                        type, satisfied, type.getName() + (satisfied ? " does " : " does not ") + description));
            }
        };
    }

    static void checkSources(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            List<String> broken = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(HouseRules::faultsOf)
                    .toList();
            if (!broken.isEmpty()) {
                throw new AssertionError("House rules broken:\n  " + String.join("\n  ", broken));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> faultsOf(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Stream<String> tooLong = lines.size() > LONGEST_FILE_LINES
                    ? Stream.of(file + ": " + lines.size() + " lines, at most " + LONGEST_FILE_LINES
                            + "; find the second class in it")
                    : Stream.empty();
            // Spelled apart, so that this file does not break its own rule.
            Stream<String> leftOver = lines.stream()
                    .filter(line -> line.contains("TO" + "DO") || line.contains("FIX" + "ME"))
                    .map(line -> file + ": unfinished work: " + line.strip());
            return Stream.concat(tooLong, leftOver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
