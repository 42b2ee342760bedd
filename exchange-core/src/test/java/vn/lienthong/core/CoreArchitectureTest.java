package vn.lienthong.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final String ROOT = "vn.lienthong.core.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.lienthong.core");

    @Test
    void knowsNoFrameworkAndNoCryptographicLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.hibernate..",
                        "jakarta..",
                        "org.bouncycastle..",
                        "com.itextpdf..",
                        "eu.europa..",
                        "org.apache..",
                        "vn.lienthong.crypto.internal..",
                        "vn.lienthong.node..",
                        "java.sql..",
                        "java.net.http..")
                .check(classes);
    }

    @Test
    void onlyTheWireKnowsJson() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(classes);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void packagesUseOnlyWhatTheyMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("value")
                .definedBy(ROOT + "value..")
                .layer("error")
                .definedBy(ROOT + "error..")
                .layer("party")
                .definedBy(ROOT + "party..")
                .layer("document")
                .definedBy(ROOT + "document..")
                .layer("message")
                .definedBy(ROOT + "message..")
                .layer("evidence")
                .definedBy(ROOT + "evidence..")
                .layer("directory")
                .definedBy(ROOT + "directory..")
                .layer("delivery")
                .definedBy(ROOT + "delivery..")
                .layer("calendar")
                .definedBy(ROOT + "calendar..")
                .layer("statement")
                .definedBy(ROOT + "statement..")
                .layer("edxml")
                .definedBy(ROOT + "edxml..")
                .layer("wire")
                .definedBy(ROOT + "wire..")
                .whereLayer("value")
                .mayNotAccessAnyLayer()
                .whereLayer("error")
                .mayNotAccessAnyLayer()
                .whereLayer("party")
                .mayOnlyAccessLayers("value")
                .whereLayer("document")
                .mayOnlyAccessLayers("value", "party")
                .whereLayer("message")
                .mayOnlyAccessLayers("value", "party", "document")
                .whereLayer("evidence")
                .mayOnlyAccessLayers("value", "error", "party", "message")
                .whereLayer("directory")
                .mayOnlyAccessLayers("value", "error", "party", "document")
                .whereLayer("delivery")
                .mayOnlyAccessLayers("value", "error", "party", "document", "message", "evidence", "directory")
                .whereLayer("calendar")
                .mayOnlyAccessLayers("value", "party", "document")
                .whereLayer("statement")
                .mayOnlyAccessLayers("value", "party", "message", "delivery")
                .whereLayer("edxml")
                .mayOnlyAccessLayers("value", "party", "document")
                .whereLayer("wire")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }
}
