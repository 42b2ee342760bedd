package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsicManifestTest {

    private static final AsicObject OBJECT =
            new AsicObject("files/001-Công văn <1>.pdf", "application/pdf", 3, "SHA-256", "ab".repeat(32));
    private static final String SOUND = new String(AsicManifest.encode(List.of(OBJECT)), UTF_8);

    @Test
    void readsWhatWasWritten() throws PackageRefusedException {
        assertThat(ManifestReader.read(SOUND.getBytes(UTF_8), 1))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.uri()).isEqualTo("files/001-C%C3%B4ng%20v%C4%83n%20%3C1%3E.pdf");
                    assertThat(reference.mediaType()).isEqualTo(OBJECT.mediaType());
                    assertThat(reference.digest()).isEqualTo(OBJECT.digest());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<asic:ASiCManifest|<!DOCTYPE x><asic:ASiCManifest",
                "<asic:ASiCManifest|<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><asic:ASiCManifest",
                "<asic:ASiCManifest|<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x'><asic:ASiCManifest",
                "<asic:SigReference|<!-- comment --><asic:SigReference",
                "<asic:SigReference|<?instruction?><asic:SigReference",
                "<asic:SigReference|text<asic:SigReference",
                "<asic:SigReference|<asic:SigReference Rootfile='true'",
                "<asic:SigReference|<asic:Other/><asic:SigReference",
                "signature001.p7s|signature002.p7s",
                "<ds:DigestValue>|<ds:DigestValue>&unknown;",
                "<ds:DigestValue>|<ds:DigestValue>?",
                "MimeType=\"application/pdf\"|MimeType=\"a b\"",
                "MimeType=\"application/pdf\"|Other=\"application/pdf\"",
                "http://uri.etsi.org/02918/v1.2.1#|http://uri.etsi.org/02918/v1.1.1#",
                "</asic:ASiCManifest>|</asic:ASiCManifest><x/>",
                "</asic:ASiCManifest>|<asic:ASiCManifestExtensions/></asic:ASiCManifest>"
            })
    void refusesOtherManifests(String part, String replacement) {
        String changed = SOUND.replace(part, replacement);
        assertThat(changed).isNotEqualTo(SOUND);
        assertRefused(changed, 10);
    }

    @Test
    void refusesMoreReferencesThanAllowed() {
        assertRefused(new String(AsicManifest.encode(List.of(OBJECT, OBJECT)), UTF_8), 1);
    }

    private static void assertRefused(String manifest, int most) {
        assertThatThrownBy(() -> assertThat(ManifestReader.read(manifest.getBytes(UTF_8), most))
                        .isNull())
                .isInstanceOf(PackageRefusedException.class)
                .hasMessageContaining("MANIFEST_MALFORMED");
    }
}
