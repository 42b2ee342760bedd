package vn.lienthong.crypto.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lienthong.crypto.internal.key.KeyStoreCodec;

/**
 * One PKCS#12 file with the keys of one purpose and one epoch: destroying the epoch is deleting the file.
 *
 * <p>Guarantees: keys, certificates and MAC use PBES2/PBKDF2 with 600 000 iterations; the file is replaced as a whole or not at
 * all and is readable by its owner only. Does not guarantee that a deleted file cannot be recovered from the disk: use an
 * encrypted one.
 */
public final class KeyStoreFile {

    /** The largest file that is read, in octets. */
    public static final int MAX_SIZE = 1024 * 1024;

    private static final String SIGNING = "signing";
    private static final String POST_QUANTUM = "signing-pq";
    private static final String RECIPIENT = "recipient";

    private final Path file;
    private final PasswordFile password;

    private KeyStoreFile(Path file, PasswordFile password) {
        this.file = file;
        this.password = password;
    }

    /** Names a key store and the file with its password. */
    public static KeyStoreFile at(Path file, PasswordFile password) {
        return new KeyStoreFile(file, password);
    }

    /** Returns whether the file is there. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Writes a signing key, in place of whatever the file held. */
    public void store(SigningKey key) throws IOException {
        write(Map.of(SIGNING, key));
    }

    /** Writes the two signing keys of an agency, in place of whatever the file held. */
    public void store(DualSigningKey key) throws IOException {
        write(Map.of(SIGNING, key.classical(), POST_QUANTUM, key.postQuantum()));
    }

    /** Writes a key that opens envelopes, in place of whatever the file held. */
    public void store(RecipientKey key) throws IOException {
        write(Map.of(RECIPIENT, new SigningKey(key.privateKey(), List.of(key.certificate()))));
    }

    /**
     * Reads a signing key.
     *
     * @throws KeyMaterialException if the file holds none or does not open
     */
    public SigningKey loadSigningKey() throws IOException {
        return entry(read(), SIGNING);
    }

    /**
     * Reads the two signing keys of an agency.
     *
     * @throws KeyMaterialException if the file does not hold both or does not open
     */
    public DualSigningKey loadDualSigningKey() throws IOException {
        Map<String, SigningKey> entries = read();
        return new DualSigningKey(entry(entries, SIGNING), entry(entries, POST_QUANTUM));
    }

    /**
     * Reads a key that opens envelopes.
     *
     * @throws KeyMaterialException if the file holds none or does not open
     */
    public RecipientKey loadRecipientKey() throws IOException {
        SigningKey entry = entry(read(), RECIPIENT);
        X509Certificate certificate = entry.certificate();
        return new RecipientKey(entry.privateKey(), certificate);
    }

    /** Deletes the file; the keys in it are gone. */
    public void destroy() throws IOException {
        Files.deleteIfExists(file);
    }

    private SigningKey entry(Map<String, SigningKey> entries, String alias) throws KeyMaterialException {
        SigningKey key = entries.get(alias);
        if (key == null) {
            throw new KeyMaterialException("no key named " + alias + " in " + file);
        }
        return key;
    }

    private void write(Map<String, SigningKey> entries) throws IOException {
        char[] secret = password.read();
        try {
            KeyStoreCodec.write(file, secret, entries);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private Map<String, SigningKey> read() throws IOException {
        char[] secret = password.read();
        try {
            return KeyStoreCodec.read(file, secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public String toString() {
        return "KeyStoreFile[" + file + "]";
    }
}
