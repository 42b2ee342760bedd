package vn.lienthong.node.dropfolder.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.value.Sha512;

/**
 * What the node remembers of a document in {@code in/}.
 *
 * @param shown whether its directory is known to have been there: only then its absence means that it was taken
 * @param packageSha512 digest of the package, computed while it was written
 */
record LaidOut(boolean shown, Sha512 packageSha512) {

    private static final String SHOWN = "shown";
    private static final String WRITTEN = "written";

    static Optional<LaidOut> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() != 2) {
            return Optional.empty();
        }
        boolean shown = lines.getFirst().equals(SHOWN);
        return Sha512.fromHex(lines.getLast()).map(digest -> new LaidOut(shown, digest));
    }

    byte[] octets() {
        return ((shown ? SHOWN : WRITTEN) + "\n" + packageSha512.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    LaidOut asShown() {
        return new LaidOut(true, packageSha512);
    }
}
