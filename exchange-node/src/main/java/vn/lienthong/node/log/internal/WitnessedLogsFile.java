package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.log.WitnessedLogs;
import vn.lienthong.node.platform.StartRefusedException;

/** Logs that the operator has this node witness: a file with one vkey a line; lines that begin with # are remarks. */
final class WitnessedLogsFile implements WitnessedLogs {

    private static final long LARGEST = 1 << 20;

    private final List<VerifierKey> keys;

    private WitnessedLogsFile(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Reads the file; no file is no log. */
    static WitnessedLogsFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new WitnessedLogsFile(List.of());
        }
        if (Files.size(file) > LARGEST) {
            throw new StartRefusedException("the file " + file + " is too long for a list of witnessed logs");
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(key(file, line.strip()));
            }
        }
        return new WitnessedLogsFile(keys);
    }

    private static VerifierKey key(Path file, String line) {
        try {
            return VerifierKey.parse(line);
        } catch (LogFormatException e) {
            throw new StartRefusedException("a line of " + file + " is no vkey of a log: " + e.getMessage(), e);
        }
    }

    @Override
    public List<VerifierKey> keysOf(String origin) {
        return keys.stream().filter(key -> key.name().equals(origin)).toList();
    }
}
