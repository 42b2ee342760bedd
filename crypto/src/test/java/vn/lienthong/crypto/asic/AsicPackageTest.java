package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.key.DualSigningKey;

class AsicPackageTest {

    @Test
    void readsWhatTheWriterWrote() throws IOException {
        Map<String, byte[]> delivered = new TreeMap<>();
        AsicEntryVisitor visitor = (name, content) -> delivered.put(name, content.readAllBytes());
        InputStream in = new ByteArrayInputStream(Packages.twoObjects(Packages.AGENCY));
        AsicOutcome outcome = AsicPackageReader.read(in, AsicLimits.standard(), visitor, Packages.SIGNERS);
        assertThat(outcome).isInstanceOfSatisfying(AsicOutcome.Verified.class, verified -> {
            assertThat(verified.signingTime()).isEqualTo(TestAuthority.NOW);
            assertThat(verified.objects())
                    .extracting(AsicObject::name, AsicObject::mediaType)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("document.json", "application/json"),
                            org.assertj.core.groups.Tuple.tuple(Packages.FILE_NAME, "application/pdf"));
        });
        assertThat(delivered.get("document.json")).isEqualTo(Packages.METADATA.getBytes(UTF_8));
        assertThat(delivered.get(Packages.FILE_NAME)).isEqualTo(Packages.file());
    }

    @Test
    void usesLongerDigestsForTheStrongestKeys() {
        DualSigningKey key = Packages.AUTHORITY.secretAgency("secret");
        AsicOutcome outcome =
                Packages.read(Packages.twoObjects(key), TestAuthority.signersOf(key), AsicLimits.standard());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AsicOutcome.Verified.class,
                        verified -> assertThat(verified.objects())
                                .extracting(AsicObject::digestAlgorithm)
                                .containsOnly("SHA-512"));
    }

    @Test
    void acceptsRsaAsTheClassicalKey() {
        DualSigningKey key =
                new DualSigningKey(Packages.AUTHORITY.signer("rsa", "RSA", "3072"), Packages.AGENCY.postQuantum());
        AsicOutcome outcome =
                Packages.read(Packages.twoObjects(key), TestAuthority.signersOf(key), AsicLimits.standard());
        assertThat(outcome).isInstanceOf(AsicOutcome.Verified.class);
    }

    @Test
    void isAnOrdinaryArchiveToOtherReaders() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Packages.twoObjects(Packages.AGENCY)), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(names)
                .containsExactly(
                        "mimetype",
                        "document.json",
                        Packages.FILE_NAME,
                        "META-INF/ASiCManifest001.xml",
                        "META-INF/signature001.p7s",
                        "META-INF/ml-dsa-001.p7s");
    }

    @Test
    void extractsOneObject() throws IOException {
        byte[] bytes = Packages.twoObjects(Packages.AGENCY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AsicOutcome outcome = AsicPackageReader.extract(
                new ByteArrayInputStream(bytes), AsicLimits.standard(), Packages.SIGNERS, Packages.FILE_NAME, out);
        assertThat(outcome).isInstanceOf(AsicOutcome.Verified.class);
        assertThat(out.toByteArray()).isEqualTo(Packages.file());
        AsicOutcome absent = AsicPackageReader.extract(
                new ByteArrayInputStream(bytes), AsicLimits.standard(), Packages.SIGNERS, "none", out);
        Packages.assertRefused(absent, AsicRefusal.OBJECT_ABSENT);
    }

    @Test
    void acceptsContentThatInflatesExtremely() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AsicPackageWriter writer = new AsicPackageWriter(out, Packages.AGENCY, TestAuthority.CLOCK)) {
            try (OutputStream object = writer.addObject("zeros.txt", "text/plain")) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 96; i++) {
                    object.write(zeros);
                }
            }
            writer.finish();
        }
        assertThat(out.size()).isLessThan(8 << 20);
        assertThat(Packages.read(out.toByteArray())).isInstanceOf(AsicOutcome.Verified.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a//b",
                "a/",
                "./a",
                "C:x",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "a\u202Eb",
                "Co\u0302ng",
                "META-INF/x",
                "meta-inf/x",
                "mimetype",
                "MimeType"
            })
    void refusesToWriteForbiddenNames(String name) throws IOException {
        try (AsicPackageWriter writer =
                new AsicPackageWriter(OutputStream.nullOutputStream(), Packages.AGENCY, TestAuthority.CLOCK)) {
            assertThatThrownBy(() -> writer.addObject(name, "text/plain")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesToWriteTheSameNameTwice() throws IOException {
        InputStream nothing = InputStream.nullInputStream();
        try (AsicPackageWriter writer =
                new AsicPackageWriter(OutputStream.nullOutputStream(), Packages.AGENCY, TestAuthority.CLOCK)) {
            writer.addObject("a/b", "text/plain", nothing);
            for (String name : List.of("a/b", "A/B", "a", "a/b/c")) {
                assertThatThrownBy(() -> writer.addObject(name, "text/plain", nothing))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void doesNotSignAnEmptyOrUnfinishedPackage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AsicPackageWriter writer = new AsicPackageWriter(out, Packages.AGENCY, TestAuthority.CLOCK)) {
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
            OutputStream open = writer.addObject("a", "text/plain");
            assertThatThrownBy(writer::finish).isInstanceOf(IllegalStateException.class);
            open.close();
        }
        Packages.assertRefused(Packages.read(out.toByteArray()), AsicRefusal.TRUNCATED);
    }
}
