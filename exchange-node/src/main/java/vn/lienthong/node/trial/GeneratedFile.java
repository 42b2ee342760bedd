package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import vn.lienthong.node.client.AttachedFile;

/** A file of any size whose content no compression can shorten; the same seed gives the same content. */
final class GeneratedFile {

    private static final int BLOCK = 1 << 16;

    private GeneratedFile() {}

    static AttachedFile of(Path path, long size, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(BLOCK, left));
            }
        }
        return AttachedFile.of(path);
    }
}
