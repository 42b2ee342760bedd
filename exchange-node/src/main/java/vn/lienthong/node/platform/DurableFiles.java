package vn.lienthong.node.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The steps that make a file survive a power cut and that the JDK leaves to its callers. */
public final class DurableFiles {

    private DurableFiles() {}

    /**
     * Makes names created in or removed from the directory of this file durable.
     *
     * @throws IOException if the directory cannot be forced to disk
     */
    public static void forceDirectoryOf(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * Writes all bytes, also through a channel that takes them in parts.
     *
     * @throws IOException if the channel fails
     */
    public static void writeFully(WritableByteChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }
}
