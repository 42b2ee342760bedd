package vn.lienthong.node.storage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.internal.FilePayloadStore;

/** The victim of the crash tests: commits payload after payload and prints the number of each. */
final class PayloadWriter {

    static final int SIZE = 300_000;

    private PayloadWriter() {}

    /** Argument: the directory. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PayloadStore store = FilePayloadStore.open(Path.of(arguments[0]), 1L << 40, 0, CrashPoints.ofThisProcess());
        for (int number = 1; ; number++) {
            try (PayloadSink sink =
                    PayloadStoreContract.admitted(store.create(PayloadStoreContract.id(number), SIZE))) {
                append(sink, (byte) number);
                if (sink.commit() == SIZE) {
                    out.println("stored " + number);
                }
            }
        }
    }

    private static void append(PayloadSink sink, byte content) throws IOException {
        byte[] bytes = new byte[SIZE / 100];
        Arrays.fill(bytes, content);
        while (sink.size() < SIZE) {
            if (!(sink.append(sink.size(), ByteBuffer.wrap(bytes)) instanceof Appended.Written)) {
                throw new IOException("no room");
            }
        }
    }
}
