package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.LocalSecrets;

/**
 * Secrets in files beside their former readable ones, with {@value #SUFFIX} behind the name.
 *
 * <p>The way from readable to sealed can be broken off anywhere: the readable file is set aside and overwritten only when the sealed
 * one is durable and was opened again from the disk.
 */
final class SealedFiles implements LocalSecrets {

    static final String PURPOSE = "local-secrets";
    static final String SUFFIX = ".protected";

    private static final List<String> DIRECTORIES = List.of("secrets", "keys");
    private static final Pattern NAME = Pattern.compile("(secrets|keys)/[a-z0-9-]{1,60}");
    private static final int LONGEST = 8192;

    private final Path root;
    private final RingSealing sealing;
    private final SecureRandom random;
    private final CrashPoints crash;

    SealedFiles(Path root, RingSealing sealing, SecureRandom random, CrashPoints crash) {
        this.root = root;
        this.sealing = sealing;
        this.random = random;
        this.crash = crash;
    }

    @Override
    public synchronized Secret readOrDraw(String name, int octets) throws IOException {
        Path sealed = settled(name);
        if (!Files.exists(sealed)) {
            byte[] drawn = new byte[octets];
            random.nextBytes(drawn);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(drawn);
            write(sealed, sealing.seal(PURPOSE, context(name), text));
            Arrays.fill(drawn, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
        return open(name, sealed);
    }

    @Override
    public synchronized Optional<Secret> read(String name) throws IOException {
        Path sealed = settled(name);
        return Files.exists(sealed) ? Optional.of(open(name, sealed)) : Optional.empty();
    }

    /** The secret of that name if it lies sealed; changes nothing. */
    Optional<Secret> peek(String name) throws IOException {
        Path sealed = root.resolve(name + SUFFIX);
        return Files.exists(sealed) ? Optional.of(open(name, sealed)) : Optional.empty();
    }

    /** The sealed file; what lay readable under that name is sealed in it first. */
    private Path settled(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a secret");
        }
        Path readable = root.resolve(name);
        Path sealed = root.resolve(name + SUFFIX);
        Erasure.finish(readable);
        if (Files.exists(readable)) {
            migrate(name, readable, sealed);
        }
        return sealed;
    }

    private void migrate(String name, Path readable, Path sealed) throws IOException {
        Secret before = new SecretFile(readable).read();
        if (!Files.exists(sealed)) {
            crash.reach("protection.migration-begins");
            write(sealed, sealing.seal(PURPOSE, context(name), before.reveal().getBytes(StandardCharsets.UTF_8)));
            crash.reach("protection.sealed-beside");
        }
        if (!open(name, sealed).reveal().equals(before.reveal())) {
            throw new StartRefusedException("LT-9003: the secret " + readable + " lies readable beside another one that"
                    + " is sealed, " + sealed + "; remove the one that is not this installation's");
        }
        Erasure.erase(readable);
        crash.reach("protection.readable-erased");
    }

    private Secret open(String name, Path sealed) throws IOException {
        byte[] text = sealing.open(PURPOSE, context(name), read(sealed));
        try {
            return new Secret(new String(text, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] read(Path sealed) throws IOException {
        if (Files.size(sealed) > LONGEST) {
            throw new IOException("the sealed secret " + sealed + " is too long");
        }
        return Files.readAllBytes(sealed);
    }

    private static byte[] context(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")))) {
            DurableFiles.writeFully(channel, content);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
    }

    /** Seals all files anew that lie under an older key; returns how many. */
    synchronized int reseal() {
        int moved = 0;
        for (String directory : DIRECTORIES) {
            for (Path file : sealedIn(root.resolve(directory))) {
                moved += reseal(directory, file) ? 1 : 0;
            }
        }
        return moved;
    }

    private static List<Path> sealedIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets in " + directory + " cannot be listed", e);
        }
    }

    private boolean reseal(String directory, Path file) {
        String name = directory + "/" + String.valueOf(file.getFileName()).replace(SUFFIX, "");
        try {
            byte[] sealed = read(file);
            if (sealing.isCurrent(PURPOSE, sealed)) {
                return false;
            }
            byte[] text = sealing.open(PURPOSE, context(name), sealed);
            write(file, sealing.seal(PURPOSE, context(name), text));
            Arrays.fill(text, (byte) 0);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + file + " cannot be sealed anew", e);
        }
    }
}
