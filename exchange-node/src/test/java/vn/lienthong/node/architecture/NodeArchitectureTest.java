package vn.lienthong.node.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(packages = "vn.lienthong.node", importOptions = ImportOption.DoNotIncludeTests.class)
class NodeArchitectureTest {

    @ArchTest
    static final ArchRule entitiesStayInside = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("..internal..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule repositoriesStayInside = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .resideInAPackage("..internal..")
            .andShould()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule beansAreWiredByConstructors =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule pagesAndInterfacesReachTheDatabaseThroughModulesOnly = noClasses()
            .that()
            .resideInAnyPackage("vn.lienthong.node.web..", "vn.lienthong.node.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.persistence..", "org.springframework.data..", "org.springframework.jdbc..", "java.sql..")
            .allowEmptyShould(true);

    /** A stream of rows keeps its connection until somebody closes it, and nobody does: ask for a list. */
    @ArchTest
    static final ArchRule rowsComeAsLists = noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");

    @ArchTest
    static final ArchRule settingsAreRecords = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule configurationStaysInside =
            classes().that().areAnnotatedWith(Configuration.class).should().resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule cryptographicInternalsStayInTheCryptoModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vn.lienthong.crypto.internal..", "org.bouncycastle..", "com.itextpdf..", "eu.europa.esig..");
}
