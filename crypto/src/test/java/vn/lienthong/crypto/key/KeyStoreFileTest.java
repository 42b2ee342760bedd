package vn.lienthong.crypto.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

class KeyStoreFileTest {

    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    private Path directory = Path.of("");

    private PasswordFile password = PasswordFile.at(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void createPassword() throws IOException {
        password = PasswordFile.atOrCreate(directory.resolve("password"));
        file = directory.resolve("keys.p12");
    }

    @Test
    void readsBackDualSigningKeysThatStillSign() throws IOException {
        DualSigningKey keys = AUTHORITY.agencyKeys(KeyAlgorithm.EC_P256, KeyAlgorithm.ML_DSA_65, "agency");
        KeyStoreFile.at(file, password).store(keys);
        DualSigningKey loaded = KeyStoreFile.at(file, password).loadDualSigningKey();
        byte[] signature = DualSignature.sign(new byte[] {1}, loaded, TestAuthority.NOW);
        assertThat(DualSignature.verify(
                        new byte[] {1},
                        signature,
                        keys.classical().certificate(),
                        keys.postQuantum().certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
        assertThat(loaded.classical().chain()).isEqualTo(keys.classical().chain());
    }

    @Test
    void readsBackRecipientKeysOfBothSuites() throws IOException {
        for (KeyAlgorithm kem : List.of(KeyAlgorithm.MLKEM768_X25519, KeyAlgorithm.MLKEM1024_ECDH_P384)) {
            RecipientKey key = AUTHORITY.recipientKey(kem, "agency");
            KeyStoreFile store = KeyStoreFile.at(file, password);
            store.store(key);
            RecipientKey loaded = store.loadRecipientKey();
            assertThat(loaded.certificate()).isEqualTo(key.certificate());
            assertThat(loaded.privateKey().getEncoded())
                    .isEqualTo(key.privateKey().getEncoded());
            assertThatThrownBy(store::loadSigningKey).isInstanceOf(KeyMaterialException.class);
            store.destroy();
            assertThat(store.exists()).isFalse();
        }
    }

    @Test
    void refusesAnotherPasswordAndAChangedFile() throws IOException {
        SigningKey key = AUTHORITY.signingKey(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING, "node");
        KeyStoreFile.at(file, password).store(key);
        PasswordFile other = PasswordFile.atOrCreate(directory.resolve("other"));
        assertThatThrownBy(() -> KeyStoreFile.at(file, other).loadSigningKey())
                .isInstanceOf(KeyMaterialException.class);
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertThatThrownBy(() -> KeyStoreFile.at(file, password).loadSigningKey())
                .isInstanceOf(KeyMaterialException.class);
    }

    @Test
    void filesAreForTheirOwnerOnly() throws IOException {
        SigningKey key = AUTHORITY.signingKey(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING, "node");
        KeyStoreFile.at(file, password).store(key);
        Path passwordFile = directory.resolve("password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile)))
                .isEqualTo("r--------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(password.read()).hasSize(43);
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("r--r-----"));
        assertThatThrownBy(password::read).isInstanceOf(KeyMaterialException.class);
    }

    @Test
    void opensslSeesSixHundredThousandIterationsEverywhere() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/openssl")).as("openssl is installed").exists();
        SigningKey key = AUTHORITY.signingKey(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING, "node");
        KeyStoreFile.at(file, password).store(key);
        Process process = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "pkcs12",
                        "-info",
                        "-noout",
                        "-in",
                        file.toString(),
                        "-passin",
                        "file:" + directory.resolve("password"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.split("\\b600000\\b", -1)).as(output).hasSize(4);
        assertThat(output).contains("AES-256-CBC");
    }

    @Test
    void importsPemKeysOnlyWithTheirOwnCertificate() throws IOException {
        SigningKey key = AUTHORITY.signingKey(KeyAlgorithm.EC_P384, CertificateProfile.AGENCY_SIGNING, "agency");
        SigningKey other = AUTHORITY.signingKey(KeyAlgorithm.EC_P384, CertificateProfile.AGENCY_SIGNING, "other");
        byte[] pem = pem(key);
        String chain = Certificates.toPem(key.certificate())
                + Certificates.toPem(key.chain().getLast());
        SigningKey imported = KeyImport.fromPem(pem, chain.getBytes(US_ASCII));
        assertThat(imported.chain()).isEqualTo(key.chain());
        byte[] foreign = Certificates.toPem(other.certificate()).getBytes(US_ASCII);
        assertThatThrownBy(() -> KeyImport.fromPem(pem, foreign)).isInstanceOf(KeyMaterialException.class);
        assertThatThrownBy(() -> KeyImport.fromPem(new byte[0], foreign)).isInstanceOf(KeyMaterialException.class);
        assertThatThrownBy(() -> KeyImport.fromPkcs12(new byte[] {1, 2, 3}, "x".toCharArray()))
                .isInstanceOf(KeyMaterialException.class);
    }

    @Test
    void importsPkcs12MadeElsewhere() throws IOException {
        SigningKey key = AUTHORITY.signingKey(KeyAlgorithm.RSA_3072, CertificateProfile.AGENCY_SIGNING, "agency");
        KeyStoreFile.at(file, password).store(key);
        SigningKey imported = KeyImport.fromPkcs12(Files.readAllBytes(file), password.read());
        assertThat(imported.chain()).isEqualTo(key.chain());
    }

    @Test
    void secretsDoNotPrintThemselves() {
        assertThat(Secret.of("hunter2")).hasToString("[REDACTED]");
        assertThat(Secret.of("hunter2").expose()).isEqualTo("hunter2");
    }

    private static byte[] pem(SigningKey key) {
        String body = Base64.getMimeEncoder().encodeToString(key.privateKey().getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n").getBytes(US_ASCII);
    }
}
