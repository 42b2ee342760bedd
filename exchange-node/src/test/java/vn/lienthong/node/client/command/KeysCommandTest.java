package vn.lienthong.node.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.CertificateRequestCheck;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.KeyFile;
import vn.lienthong.crypto.key.SigningKey;

class KeysCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);

    @BeforeEach
    void writeKeys() throws IOException {
        Path keys = Files.createDirectory(data.resolve("keys"));
        Path password = Files.writeString(keys.resolve("password"), PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("r--------"));
        SigningKey key = issued(90);
        Files.write(keys.resolve("agency-1.p12"), KeyFile.encode(Map.of("classical", key), PASSWORD.toCharArray()));
    }

    private SigningKey issued(int days) {
        SigningKey root = CertificateAuthority.createRoot(new X500Principal("CN=CA"), Duration.ofDays(365), CLOCK);
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.AGENCY_SIGNING, new X500Principal("CN=Agency"), Duration.ofDays(days));
        CertificateAuthority authority = new CertificateAuthority(root, CLOCK);
        return new SigningKey(
                pair.getPrivate(), List.of(authority.issueFor(pair.getPublic(), order), root.certificate()));
    }

    private int run(String... arguments) {
        CommandLine keys = new CommandLine(new KeysCommand(CLOCK));
        keys.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return keys.execute(arguments);
    }

    @Test
    void listsKeysWithTheirEnds() {
        assertThat(run("list", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("agency-1:classical", "CN=Agency", "90 days left", "SHA-256 ");
        assertThat(out.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void writesARequestThatTheKeyItselfSigned() throws Exception {
        Path request = data.resolve("request.pem");

        int code = run(
                "request",
                "--data",
                data.toString(),
                "--key",
                "agency-1:classical",
                "--subject",
                "CN=Mới,C=VN",
                "--out",
                request.toString());

        assertThat(code).isZero();
        assertThat(CertificateRequest.verify(Files.readAllBytes(request)))
                .isNotInstanceOf(CertificateRequestCheck.Refused.class);
    }

    @Test
    void takesTheCertificateThatCameBackForAKey() throws Exception {
        SigningKey renewed = issued(200);
        String pem = Certificates.toPem(renewed.chain().get(0))
                + Certificates.toPem(renewed.chain().get(1));
        Path chain = Files.write(data.resolve("chain.pem"), pem.getBytes(StandardCharsets.US_ASCII));
        String[] arguments = {
            "import",
            "--data",
            data.toString(),
            "--name",
            "public",
            "--key",
            "agency-1:classical",
            "--chain",
            chain.toString()
        };

        assertThat(run(arguments)).isZero();
        assertThat(run("list", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("imported-public:signing", "200 days left");
        assertThat(run(arguments)).isEqualTo(3);
    }

    @Test
    void refusesACertificateOfAnotherKey() throws Exception {
        SigningKey other = CertificateAuthority.createRoot(new X500Principal("CN=X"), Duration.ofDays(1), CLOCK);
        Path chain = Files.writeString(data.resolve("chain.pem"), Certificates.toPem(other.certificate()));

        int code = run(
                "import",
                "--data",
                data.toString(),
                "--name",
                "wrong",
                "--key",
                "agency-1:classical",
                "--chain",
                chain.toString());

        assertThat(code).isEqualTo(3);
        assertThat(data.resolve("keys/imported-wrong.p12")).doesNotExist();
    }

    @Test
    void refusesKeysThatAreNotThere() {
        for (String key : List.of("agency-1:none", "none:x", "../x:y", "agency-1")) {
            assertThat(run("request", "--data", data.toString(), "--key", key, "--subject", "CN=A", "--out", "/x"))
                    .isEqualTo(3);
        }
        assertThat(run("list", "--data", data.resolve("none").toString())).isEqualTo(3);
    }

    @Test
    void refusesAnImportThatDoesNotSayWhat() {
        assertThat(run("import", "--data", data.toString(), "--name", "x")).isEqualTo(2);
        assertThat(run("import", "--data", data.toString(), "--name", "../x")).isEqualTo(2);
    }
}
