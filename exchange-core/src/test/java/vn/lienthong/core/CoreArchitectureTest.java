package vn.lienthong.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final String ROOT = "vn.lienthong.core.";

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("value", List.of()),
            Map.entry("error", List.of()),
            Map.entry("party", List.of("value")),
            Map.entry("document", List.of("value", "party")),
            Map.entry("message", List.of("value", "party", "document")),
            Map.entry("evidence", List.of("value", "error", "party", "message")),
            Map.entry("directory", List.of("value", "error", "party", "document")),
            Map.entry("delivery", List.of("value", "error", "party", "document", "message", "evidence", "directory")),
            Map.entry("calendar", List.of("value", "party", "document")),
            Map.entry("statement", List.of("value", "party", "message", "delivery")),
            Map.entry("edxml", List.of("value", "party", "document")));

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
        Architectures.LayeredArchitecture rules = layers();
        for (Map.Entry<String, List<String>> layer : MAY_USE.entrySet()) {
            String[] allowed = layer.getValue().toArray(String[]::new);
            rules = allowed.length == 0
                    ? rules.whereLayer(layer.getKey()).mayNotAccessAnyLayer()
                    : rules.whereLayer(layer.getKey()).mayOnlyAccessLayers(allowed);
        }
        rules.whereLayer("wire").mayNotBeAccessedByAnyLayer().check(classes);
    }

    private static Architectures.LayeredArchitecture layers() {
        Architectures.LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("wire")
                .definedBy(ROOT + "wire..");
        for (String layer : MAY_USE.keySet()) {
            layers = layers.layer(layer).definedBy(ROOT + layer + "..");
        }
        return layers;
    }
}
