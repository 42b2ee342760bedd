package vn.lienthong.node.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.key.KeyFile;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.payload.OpeningInputStream;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.SealingOutputStream;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.protection.LocalSecrets;

/**
 * The key files below {@code keys/}: PKCS#12, one password for all, which is drawn at the first start and lies
 * sealed under the master key of the installation.
 *
 * <p>Guarantees: a file is complete or absent, also after a loss of power; nobody but the owner may read it.
 */
public final class KeyVault {

    private static final String SUFFIX = ".p12";
    private static final String SEALED = ".sealed";
    private static final int MAX_SEALED = 1 << 16;
    private static final PayloadContext SEALING = new PayloadContext(new SuiteId("LT-1"), new UUID(0, 0), 0);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    private static final String PASSWORD = "keys/password";
    private static final int PASSWORD_OCTETS = 32;

    private static final char WIPED = 0;

    private final Path directory;
    private final Secret password;

    private KeyVault(Path directory, Secret password) {
        this.directory = directory;
        this.password = password;
    }

    /**
     * Opens the vault.
     *
     * @throws IOException if the password file cannot be read or made
     */
    public static KeyVault open(DataDirectory data, LocalSecrets secrets) throws IOException {
        return new KeyVault(data.keys(), secrets.readOrDraw(PASSWORD, PASSWORD_OCTETS));
    }

    /** The vault in this directory, whose password is known. */
    public static KeyVault of(Path directory, Secret password) {
        return new KeyVault(directory, password);
    }

    /**
     * Opens the vault of a data directory whose master key was drawn in it, also beside the installation that runs on it.
     *
     * @param root the data directory
     * @throws IOException if the password file cannot be read or made
     */
    public static KeyVault at(Path root, SecureRandom random) throws IOException {
        return new KeyVault(
                root.resolve("keys"), LocalProtection.secrets(root, random).readOrDraw(PASSWORD, PASSWORD_OCTETS));
    }

    /**
     * The keys in the file of that name; empty when there is none.
     *
     * @throws IOException if the file is damaged
     */
    public Optional<Map<String, SigningKey>> read(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        char[] characters = password.reveal().toCharArray();
        try {
            return Optional.of(KeyFile.decode(Files.readAllBytes(file), characters));
        } finally {
            Arrays.fill(characters, WIPED);
        }
    }

    /**
     * Writes a file, in the place of one of the same name.
     *
     * @throws IOException if it could not be made durable; the one before then still stands
     */
    public void write(String name, Map<String, SigningKey> keys) throws IOException {
        char[] characters = password.reveal().toCharArray();
        try {
            replace(file(name), KeyFile.encode(keys, characters));
        } finally {
            Arrays.fill(characters, WIPED);
        }
    }

    /**
     * What {@link #writeSealed} wrote under that name; empty when there is none.
     *
     * @throws IOException if the file is damaged or belongs to another vault or name
     */
    public Optional<byte[]> readSealed(String name) throws IOException {
        Path file = checked(name, SEALED);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream sealed = Files.newInputStream(file);
                InputStream opened = new OpeningInputStream(sealed, sealingKey(name), SEALING)) {
            return Optional.of(opened.readNBytes(MAX_SEALED));
        }
    }

    /**
     * Keeps private keys that come without certificates, encrypted with AES-256 and bound to the name.
     *
     * @throws IOException if it could not be made durable; the one before then still stands
     */
    public void writeSealed(String name, byte[] secret) throws IOException {
        if (secret.length > MAX_SEALED) {
            throw new IllegalArgumentException("too much for a key file");
        }
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream sealing = new SealingOutputStream(sealed, sealingKey(name), SEALING)) {
            sealing.write(secret);
        }
        replace(checked(name, SEALED), sealed.toByteArray());
    }

    /** The password has the entropy of a key, so one digest makes keys of it. */
    private PayloadKey sealingKey(String name) {
        byte[] label = ("lienthong/key-file/1\0" + name + "\0").getBytes(StandardCharsets.US_ASCII);
        return PayloadKey.of(Sha256.ofParts(label, password.reveal().getBytes(StandardCharsets.US_ASCII))
                .bytes());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            DurableFiles.writeFully(channel, content);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
    }

    /**
     * The names that begin so, sorted.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<String> names(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Removes a file, if it is there.
     *
     * @throws IOException if it could not be removed
     */
    public void delete(String name) throws IOException {
        Path file = file(name);
        Files.deleteIfExists(file);
        DurableFiles.forceDirectoryOf(file);
    }

    /**
     * Overwrites a file before it is removed, if it is there. On a disk that moves what it writes, and in backups, older octets may
     * remain; they are of no use without the password of the vault.
     *
     * @throws IOException if it could not be removed
     */
    public void destroy(String name) throws IOException {
        Path file = file(name);
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                DurableFiles.writeFully(channel, new byte[Math.toIntExact(channel.size())]);
                channel.force(true);
            }
        }
        delete(name);
    }

    private Path file(String name) {
        return checked(name, SUFFIX);
    }

    private Path checked(String name, String suffix) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a key file");
        }
        return directory.resolve(name + suffix);
    }
}
