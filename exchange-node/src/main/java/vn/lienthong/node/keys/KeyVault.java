package vn.lienthong.node.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.crypto.key.KeyFile;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;

/**
 * The key files below {@code keys/}: PKCS#12, one password for all, which is drawn at the first start.
 *
 * <p>Guarantees: a file is complete or absent, also after a loss of power; nobody but the owner may read it.
 */
public final class KeyVault {

    private static final String SUFFIX = ".p12";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    private static final int PASSWORD_OCTETS = 32;

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
    public static KeyVault open(DataDirectory data, SecureRandom random) throws IOException {
        Path directory = data.keys();
        SecretFile file = new SecretFile(directory.resolve("password"));
        return new KeyVault(directory, file.readOrCreate(PASSWORD_OCTETS, random));
    }

    /**
     * The keys in the file of that name; empty when there is none.
     *
     * @throws IOException if the file is damaged
     */
    public Optional<Map<String, SigningKey>> read(String name) throws IOException {
        Path file = file(name);
        return Files.exists(file)
                ? Optional.of(KeyFile.decode(
                        Files.readAllBytes(file), password.reveal().toCharArray()))
                : Optional.empty();
    }

    /**
     * Writes a file, in the place of one of the same name.
     *
     * @throws IOException if it could not be made durable; the one before then still stands
     */
    public void write(String name, Map<String, SigningKey> keys) throws IOException {
        Path file = file(name);
        Path fresh = directory.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            DurableFiles.writeFully(
                    channel, KeyFile.encode(keys, password.reveal().toCharArray()));
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

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a key file");
        }
        return directory.resolve(name + SUFFIX);
    }
}
