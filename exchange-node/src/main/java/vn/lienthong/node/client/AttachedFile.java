package vn.lienthong.node.client;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * A file that goes with a document.
 *
 * @param path where it lies; read while it is sent
 * @param name under which the recipient sees it
 * @param mediaType of the content
 * @param size octets, when it was looked at
 */
public record AttachedFile(Path path, String name, String mediaType, long size) {

    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /**
     * The file under its own name, in Unicode NFC, with the type that its name suggests.
     *
     * @throws IOException if it cannot be read
     */
    public static AttachedFile of(Path path) throws IOException {
        Path file = path.getFileName();
        if (file == null || !Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new IOException("not a readable file: " + path);
        }
        String name = Normalizer.normalize(file.toString(), Normalizer.Form.NFC);
        String guessed = URLConnection.guessContentTypeFromName(name);
        return new AttachedFile(path, name, guessed == null ? UNKNOWN_TYPE : guessed, Files.size(path));
    }
}
