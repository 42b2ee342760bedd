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
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * Wrapped keys in a file, one a line. The lock of the data directory keeps other processes away.
 *
 * <p>Guarantees: the file is the one before or the one after a change, also after a loss of power.
 */
final class FileRows implements KeyRows {

    static final String NAME = "protection-keys";

    private static final int FIELDS = 6;
    private static final long LONGEST = 1 << 20;
    private static final String NONE = "-";

    private final Path file;

    FileRows(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<WrappedKey> load() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (Files.size(file) > LONGEST) {
                throw damaged();
            }
            return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(this::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of data keys " + file + " cannot be read", e);
        }
    }

    private WrappedKey parse(String line) {
        List<String> fields = List.of(line.split(" ", -1));
        if (fields.size() != FIELDS) {
            throw damaged();
        }
        try {
            return new WrappedKey(
                    fields.get(0),
                    Integer.parseInt(fields.get(1)),
                    fields.get(2),
                    Octets.of(Base64.getDecoder().decode(fields.get(3))),
                    Instant.parse(fields.get(4)),
                    NONE.equals(fields.get(5)) ? Optional.empty() : Optional.of(Instant.parse(fields.get(5))));
        } catch (RuntimeException malformed) {
            // Every parse of the file that throws anything is a damaged file.
            throw damaged();
        }
    }

    private StartRefusedException damaged() {
        return new StartRefusedException(
                "LT-9003: the file of data keys " + file + " is damaged; put back the one of the last backup");
    }

    @Override
    public synchronized List<WrappedKey> change(UnaryOperator<List<WrappedKey>> change) {
        List<WrappedKey> before = load();
        List<WrappedKey> after = change.apply(before);
        if (!after.equals(before)) {
            try {
                write(after);
            } catch (IOException e) {
                throw new UncheckedIOException("the file of data keys " + file + " cannot be written", e);
            }
        }
        return after;
    }

    private void write(List<WrappedKey> keys) throws IOException {
        String text = keys.stream().map(key -> line(key) + "\n").collect(Collectors.joining());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            DurableFiles.writeFully(channel, text.getBytes(StandardCharsets.US_ASCII));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(file);
    }

    private static String line(WrappedKey key) {
        return String.join(
                " ",
                key.purpose(),
                Integer.toString(key.version()),
                key.master(),
                Base64.getEncoder().encodeToString(key.wrapped().toByteArray()),
                key.madeAt().toString(),
                key.retiredAt().map(Instant::toString).orElse(NONE));
    }
}
