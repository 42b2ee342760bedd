package vn.lienthong.node.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.lienthong.crypto.key.KeyFile;
import vn.lienthong.crypto.key.KeyStoreFile;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.key.SigningKey;

/** The key stores of an installation, {@code keys/*.p12} below its data directory; read without disturbing a running server. */
final class KeyRing {

    private static final String ENDING = ".p12";
    private static final String IMPORTED = "imported-";

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

    /** All keys, by file and alias. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(ENDING)) {
                    String store = name.substring(0, name.length() - ENDING.length());
                    read(file).forEach((alias, key) -> entries.add(new Entry(store, alias, key.certificate())));
                }
            }
        }
        return entries;
    }

    /** One key with its chain, named {@code store:alias}. */
    SigningKey key(String named) throws IOException {
        int colon = named.indexOf(':');
        Path file = directory.resolve((colon < 0 ? named : named.substring(0, colon)) + ENDING);
        if (colon < 0 || !directory.equals(file.getParent()) || !Files.isRegularFile(file)) {
            throw unknown();
        }
        return Optional.ofNullable(read(file).get(named.substring(colon + 1))).orElseThrow(KeyRing::unknown);
    }

    private static IOException unknown() {
        return new IOException("no such key; give STORE:ALIAS as the list shows it");
    }

    /** Keeps a key that was issued elsewhere in a file of its own; gives the file. */
    Path keep(String name, SigningKey key) throws IOException {
        Path file = directory.resolve(IMPORTED + name + ENDING);
        if (Files.exists(file)) {
            throw new IOException(file + " exists already");
        }
        KeyStoreFile.at(file, password).store(key);
        return file;
    }

    private Map<String, SigningKey> read(Path file) throws IOException {
        if (String.valueOf(file.getFileName()).startsWith(IMPORTED)) {
            return Map.of("signing", KeyStoreFile.at(file, password).loadSigningKey());
        }
        char[] secret = password.read();
        try {
            return new TreeMap<>(KeyFile.decode(Files.readAllBytes(file), secret));
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
