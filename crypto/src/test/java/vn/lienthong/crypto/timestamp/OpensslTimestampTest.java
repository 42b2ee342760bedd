package vn.lienthong.crypto.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.asic.TestAuthority;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.timestamp.TimestampRequests;
import vn.lienthong.crypto.key.SigningKey;

/** A foreign tool reads our timestamps. Skipped where the tool is not installed. */
class OpensslTimestampTest {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final byte[] DATA = "what existed".getBytes(UTF_8);

    private final TestAuthority pki = new TestAuthority();

    @TempDir
    private Path folder;

    @Test
    void opensslVerifiesOurTimestamps() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is installed");
        Files.writeString(folder.resolve("authority.pem"), Certificates.toPem(pki.certificate()));
        Files.write(folder.resolve("data"), DATA);
        Files.write(folder.resolve("other"), new byte[1]);
        for (Digest imprint : new Digest[] {Digest.sha256(DATA), Digest.sha512(DATA)}) {
            for (SigningKey key : keys()) {
                TimestampAuthority authority = new TimestampAuthority(key, "2.25.7.1", TestAuthority.CLOCK);
                byte[] request = TimestampRequests.encode(imprint, BigInteger.valueOf(77), Optional.empty());
                Files.write(folder.resolve("request"), request);
                Files.write(folder.resolve("response"), authority.answer(request));
                assertThat(verify("-queryfile", "request")).contains("Verification: OK");
                assertThat(verify("-data", "data")).contains("Verification: OK");
                assertThat(verify("-data", "other")).doesNotContain("Verification: OK");
            }
        }
    }

    private SigningKey[] keys() {
        return new SigningKey[] {
            pki.signer("tsa", "EC", "P-256", KeyPurposeId.id_kp_timeStamping),
            pki.signer("tsa", "RSA", "3072", KeyPurposeId.id_kp_timeStamping)
        };
    }

    private String verify(String option, String file) throws IOException, InterruptedException {
        String at = String.valueOf(TestAuthority.NOW.getEpochSecond());
        String[] command = {
            OPENSSL.toString(),
            "ts",
            "-verify",
            "-in",
            "response",
            "-CAfile",
            "authority.pem",
            "-attime",
            at,
            option,
            file
        };
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
