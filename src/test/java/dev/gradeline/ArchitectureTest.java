package dev.gradeline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gradeline.ui.kit.ChartPane;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the arrows between the rooms.
 *
 * <p>What it cannot see, because it reads class files: a constant of another room (javac copies its value in), what FXML
 * names ({@code fx:controller}, custom controls, {@code %keys}: the FXML and messages tests look there), and anything
 * found by reflection or {@code ServiceLoader}. Generic arguments that are only in signatures are seen; annotations with
 * source retention are not.
 *
 * <p>Every rule fails when it matches no class, so a renamed room does not switch its rule off.
 */
class ArchitectureTest {
    private static final String HOUSE = "dev.gradeline";

    /** Who may know whom. A room that is missing here fails {@link #everyRoomHasItsArrows()}. */
    private static final Set<Room> ROOMS = Set.of(
            new Room("posture"),
            new Room("keychain"),
            new Room("settings"),
            new Room("demo"),
            new Room("words", "posture"),
            new Room("ayliea", "posture"),
            new Room("history", "posture"),
            new Room("report", "posture", "words"),
            new Room("sync", "posture", "ayliea", "history"),
            new Room("cli", "posture", "words", "ayliea", "history", "report", "keychain", "sync", "settings"),
            new Room("ui", "posture", "words", "ayliea", "history", "report", "keychain", "sync", "settings"));

    /** Each is one page, or a step of the way to one; they meet in {@code ui.shell} alone. */
    private static final Set<String> PAGES = Set.of(
            "overview",
            "trends",
            "recommendations",
            "flow",
            "discovery",
            "changes",
            "connect",
            "portfolio",
            "present",
            "settings",
            "snapshot");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    private static final DescribedPredicate<JavaClass> CODE =
            not(nameMatching(".*package-info")).<JavaClass>forSubtype().as("classes (not package-info)");

    private static final DescribedPredicate<JavaClass> VIEW_MODEL =
            nameMatching(".*ViewModel(\\$.*)?").<JavaClass>forSubtype().as("view models and what is nested in them");

    private record Room(String name, Set<String> knows) {
        Room(String name, String... knows) {
            this(name, Set.of(knows));
        }

        String[] allowedPackages() {
            return Stream.concat(Stream.of(name), knows.stream())
                    .map(ArchitectureTest::room)
                    .toArray(String[]::new);
        }
    }

    private static String room(String name) {
        return HOUSE + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> codeIn(String... packages) {
        return resideInAnyPackage(packages).and(CODE);
    }

    @TestFactory
    Stream<DynamicTest> aRoomKnowsOnlyItsArrows() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.name() + " knows " + room.knows(),
                        () -> noClasses()
                                .that(codeIn(room(room.name())))
                                .should()
                                .dependOnClassesThat(resideInAPackage(HOUSE + "..")
                                        .and(not(resideInAnyPackage(room.allowedPackages()))))
                                .check(OURS)));
    }

    @Test
    void everyRoomHasItsArrows() {
        Set<String> found = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE + "."))
                .map(name -> name.substring(HOUSE.length() + 1).replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> held = ROOMS.stream().map(Room::name).collect(Collectors.toCollection(TreeSet::new));
        held.add("app");
        assertThat(found).isEqualTo(held);
    }

    @Test
    void onlyTheLauncherKnowsApp() {
        noClasses()
                .that(CODE)
                .and()
                .resideOutsideOfPackage(room("app"))
                .and(not(nameMatching("dev\\.gradeline\\.Launcher")))
                .should()
                .dependOnClassesThat(resideInAPackage(room("app")))
                .check(OURS);
    }

    @Test
    void theLauncherKnowsNobodyElse() {
        noClasses()
                .that(nameMatching("dev\\.gradeline\\.Launcher"))
                .should()
                .dependOnClassesThat(resideInAPackage(HOUSE + "..")
                        .and(not(resideInAnyPackage(HOUSE, room("app"))))
                        .as("rooms other than app"))
                .check(OURS);
    }

    @Test
    void roomsAreFreeOfCycles() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(OURS);
        slices().matching(HOUSE + ".ui.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void aPageKnowsNeitherAnotherPageNorTheShell() {
        assertThat(PAGES).allSatisfy(page -> {
            DescribedPredicate<JavaClass> anotherPlace = resideInAPackage(room("ui"))
                    .and(not(resideInAnyPackage(room("ui." + page), room("ui.kit"))))
                    .as("other pages or the shell");
            noClasses()
                    .that(codeIn(room("ui." + page)))
                    .should()
                    .dependOnClassesThat(anotherPlace)
                    .check(OURS);
        });
    }

    @Test
    void theKitKnowsNoPage() {
        noClasses()
                .that(codeIn(room("ui.kit")))
                .should()
                .dependOnClassesThat(resideInAPackage(room("ui")).and(not(resideInAPackage(room("ui.kit")))))
                .check(OURS);
    }

    @Test
    void javaFxStaysInUiAndApp() {
        noClasses()
                .that(CODE)
                .and()
                .resideOutsideOfPackages(room("ui"), room("app"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
                .check(OURS);
    }

    @Test
    void aViewModelSeesNoSceneGraph() {
        noClasses()
                .that(VIEW_MODEL)
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                        .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..")))
                        // what ObservableValue.subscribe hands back
                        .and(not(nameMatching("javafx\\.util\\.Subscription")))
                        .as("JavaFX beyond beans and collections"))
                .orShould()
                .dependOnClassesThat(assignableTo("javafx.scene.Node")
                        .or(nameMatching(".*Controller"))
                        .as("nodes or controllers"))
                .check(OURS);
    }

    /** What is painted comes from a posture: the window never asks network, database or PDF library itself. */
    @Test
    void theWindowReachesThroughItsRooms() {
        noClasses()
                .that(codeIn(room("ui")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.net.http..", "java.sql..", "org.sqlite..", "org.apache.pdfbox..", "picocli.."))
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.sql..=history", "org.apache.pdfbox..=report", "java.net.http..=ayliea"})
    void eachTechniqueHasItsRoom(String techniqueAndRoom) {
        String[] parts = techniqueAndRoom.split("=");
        noClasses()
                .that(CODE)
                .and()
                .resideOutsideOfPackages(room(parts[1]), room("app"))
                .should()
                .dependOnClassesThat(resideInAPackage(parts[0]))
                .check(OURS);
        assertThat(OURS.that(resideInAPackage(room(parts[1]))).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> resideInAPackage(parts[0]).test(dependency.getTargetClass())))
                .as("%s uses %s", parts[1], parts[0])
                .isTrue();
    }

    @Test
    void whatFxmlFillsIsAController() {
        classes()
                .that()
                .containAnyMembersThat(annotatedWith(FXML.class))
                .should()
                .haveSimpleNameEndingWith("Controller")
                .andShould()
                .resideInAPackage(room("ui"))
                .check(OURS);
    }

    @Test
    void everyControllerHasItsFxmlBesideIt() {
        Set<JavaClass> controllers = OURS.stream()
                .filter(type -> type.getSimpleName().endsWith("Controller"))
                .collect(Collectors.toSet());
        assertThat(controllers).isNotEmpty().allSatisfy(controller -> {
            String fxml = "/" + controller.getName().replace('.', '/').replaceFirst("Controller$", "") + ".fxml";
            assertThat(ArchitectureTest.class.getResource(fxml)).as(fxml).isNotNull();
        });
    }

    @Test
    void everyPageHasAControllerAndAViewModel() {
        assertThat(PAGES).allSatisfy(page -> {
            JavaClasses inPage = OURS.that(resideInAPackage(room("ui." + page)));
            assertThat(inPage.stream().map(JavaClass::getSimpleName))
                    .as("classes of the page %s", page)
                    .anyMatch(name -> name.endsWith("Controller"))
                    .anyMatch(name -> name.endsWith("ViewModel"));
        });
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(OURS.stream().map(JavaClass::getPackage).collect(Collectors.toSet()))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("@NullMarked on %s", each.getName())
                        .isTrue());
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    /** A measure remembers what it measured: made anew at each layout it would remember nothing. */
    @Test
    void aMeasureOfTextIsHeldAndNotMadeAtEachLayout() {
        assertThat(OURS.get(ChartPane.class).getMethod("textMeasure").getCallsOfSelf())
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.getOrigin().isConstructor())
                        .as(call.getDescription())
                        .isTrue());
    }
}
