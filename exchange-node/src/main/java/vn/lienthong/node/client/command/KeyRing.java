package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.key.SigningKey;

/** The key stores of an installation, {@code keys/*.p12} below its data directory; read without disturbing a running server. */
final class KeyRing {

    private static final long MOST = 1 << 20;

    private final Path directory;
    private final PasswordFile password;

    private KeyRing(Path directory) {
        this.directory = directory;
        this.password = PasswordFile.at(directory.resolve("password"));
    }

    /** The key stores of the installation with this data directory. */
    static KeyRing of(Path data) throws IOException {
        Path directory = data.resolve("keys");
        if (!Files.isDirectory(directory)) {
            throw new IOException("no keys below " + data + "; is it the data directory of a node or directory?");
        }
        return new KeyRing(directory);
    }

    /**
     * A key.
     *
     * @param store name of the file without its ending
     * @param alias in the file
     * @param certificate of the key
     */
    record Entry(String store, String alias, X509Certificate certificate) {}

    /** Where the key stores lie. */
    Path directory() {
        return directory;
    }

    /** The password of all of them. */
    PasswordFile password() {
        return password;
    }

    /** All keys, by file and alias. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".p12"))
                    .sorted()
                    .toList()) {
                entries.addAll(entries(file));
            }
        }
        return entries;
    }

    private List<Entry> entries(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        String store = name.substring(0, name.length() - ".p12".length());
        char[] secret = password.read();
        try {
            KeyStore keys = open(file, secret);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    entries.add(new Entry(store, alias, certificate));
                }
            }
        } catch (GeneralSecurityException damaged) {
            throw new IOException("cannot be read: " + file, damaged);
        } finally {
            Arrays.fill(secret, '\0');
        }
        return entries;
    }

    /** One key with its chain, named {@code store:alias}. */
    SigningKey key(String named) throws IOException {
        int colon = named.indexOf(':');
        Path file = directory.resolve((colon < 0 ? named : named.substring(0, colon)) + ".p12");
        if (colon < 0 || !directory.equals(file.getParent()) || !Files.isRegularFile(file)) {
            throw new IOException("no such key; give STORE:ALIAS as the list shows it");
        }
        char[] secret = password.read();
        try {
            KeyStore keys = open(file, secret);
            String alias = named.substring(colon + 1);
            Certificate[] chain = keys.getCertificateChain(alias);
            Key key = keys.getKey(alias, secret);
            if (!(key instanceof PrivateKey privateKey) || chain == null) {
                throw new IOException("no such key; give STORE:ALIAS as the list shows it");
            }
            List<X509Certificate> certificates = Arrays.stream(chain)
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            return new SigningKey(privateKey, certificates);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("this key cannot be used by this command: " + unusable.getMessage(), unusable);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static KeyStore open(Path file, char[] secret) throws IOException, GeneralSecurityException {
        if (Files.size(file) > MOST) {
            throw new IOException("too large for a key store: " + file);
        }
        return KeyStore.getInstance(file.toFile(), secret);
    }
}
