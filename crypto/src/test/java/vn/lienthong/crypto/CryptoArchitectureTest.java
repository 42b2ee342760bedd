package vn.lienthong.crypto;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundary of the module: cryptographic libraries stay inside, frameworks stay outside. */
@AnalyzeClasses(packages = "vn.lienthong.crypto", importOptions = ImportOption.DoNotIncludeTests.class)
class CryptoArchitectureTest {

    private static final String[] LIBRARIES = {
        "org.bouncycastle..", "com.itextpdf..", "eu.europa.esig..", "org.apache.pdfbox.."
    };

    @ArchTest
    static final ArchRule LIBRARIES_STAY_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackage("vn.lienthong.crypto.internal..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(LIBRARIES));

    @ArchTest
    static final ArchRule NO_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework..",
                    "jakarta.persistence..",
                    "jakarta.servlet..",
                    "org.hibernate..",
                    "vn.lienthong.core..",
                    "vn.lienthong.node.."));

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PUBLIC_PACKAGES = slices().matching("vn.lienthong.crypto.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("vn.lienthong.crypto.internal.."), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAPackage("vn.lienthong.crypto.internal.."));
}
