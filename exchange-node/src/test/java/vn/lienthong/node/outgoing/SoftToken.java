package vn.lienthong.node.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenHealth;
import vn.lienthong.crypto.token.TokenPlace;
import vn.lienthong.crypto.token.TokenSettings;

/** A token at the machine of a leader, with one key and its certificate; needs SoftHSM2 ({@code apt install softhsm2}). */
final class SoftToken {

    static final String PIN = "123456";

    private final Path library;
    private final long slot;
    private final X509Certificate authority;

    private SoftToken(Path library, long slot, X509Certificate authority) {
        this.library = library;
        this.slot = slot;
        this.authority = authority;
    }

    /** Makes the token of this process. */
    static SoftToken make(String owner) throws IOException, GeneralSecurityException {
        Path library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("SoftHSM2 is not installed: apt install softhsm2"));
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
        Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        initialise();
        long slot = slot(library, configuration.resolveSibling("leader.pin"));
        Provider token = Security.getProvider("SunPKCS11")
                .configure("--\nname=maker\nlibrary=" + library + "\nslot=" + slot + "\n");
        KeyStore store = KeyStore.getInstance("PKCS11", token);
        store.load(null, PIN.toCharArray());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", token);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Clock clock = Clock.systemUTC();
        SigningKey root = CertificateAuthority.createRoot(
                new X500Principal("CN=Cơ quan chứng thực của thiết bị"), Duration.ofDays(30), clock);
        X509Certificate certificate = new CertificateAuthority(root, clock)
                .issueFor(
                        pair.getPublic(),
                        new CertificateOrder(
                                CertificateProfile.AGENCY_SIGNING,
                                new X500Principal("CN=" + owner),
                                Duration.ofDays(10)));
        store.setKeyEntry("nguoi-ky", pair.getPrivate(), null, new Certificate[] {certificate, root.certificate()});
        return new SoftToken(library, slot, root.certificate());
    }

    /** Other tests of this process may have loaded the module before the token was there: it has to look again. */
    private static long slot(Path library, Path pin) throws IOException {
        Files.deleteIfExists(pin);
        Files.createFile(pin, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pin, PIN + "\n");
        Token token = Token.open(new TokenSettings(library, new TokenPlace.Label("leader"), PasswordFile.at(pin), 1));
        TokenHealth.Ready ready = (TokenHealth.Ready) token.health();
        return ready.slot();
    }

    private static void initialise() throws IOException {
        Process before = new ProcessBuilder("softhsm2-util", "--delete-token", "--token", "leader")
                .redirectErrorStream(true)
                .start();
        assertThat(before.onExit().join()).isNotNull();
        Process process = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", "leader", "--pin", PIN, "--so-pin", PIN)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    /** The number of its slot. */
    long slot() {
        return slot;
    }

    Path library() {
        return library;
    }

    /** Who stands behind the certificate on the token. */
    X509Certificate authority() {
        return authority;
    }
}
