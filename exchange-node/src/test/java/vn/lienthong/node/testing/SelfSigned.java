package vn.lienthong.node.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Self-signed certificates for localhost, made by the JDK's own tool. */
public final class SelfSigned {

    public static final String PASSWORD = "only-for-tests";
    private static final KeyStore SHARED = fresh();

    private SelfSigned() {}

    static KeyStore shared() {
        return SHARED;
    }

    /** A new key pair with its certificate, under the alias "node". */
    public static KeyStore fresh() {
        try {
            Path file = TestDirectories.fresh("certificate").resolve("keys.p12");
            generate(file);
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            // Its own certificate as a trusted entry: a key store with keys only trusts nobody.
            keys.setCertificateEntry("trusted", keys.getCertificate("node"));
            return keys;
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The certificate of a key store. */
    static X509Certificate certificate(KeyStore keys) {
        try {
            return (X509Certificate) keys.getCertificate("node");
        } catch (KeyStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static void generate(Path file) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                tool,
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        Path log = file.resolveSibling("keytool.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
