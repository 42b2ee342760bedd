package vn.lienthong.crypto.payload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import vn.lienthong.crypto.suite.SuiteId;

/**
 * Makes the virtual machine compile AES-GCM before the first large payload: cold, it runs forty times slower for the first
 * hundreds of megabytes. Takes about a second of one processor; run it at start-up beside other work.
 */
public final class PayloadCipherWarmUp {

    /** Enough calls for the optimising compiler, in chunks of 16 KiB each way. */
    public static final int CHUNKS = 5_000;

    private static final int CHUNKS_PER_ROUND = 50;

    private PayloadCipherWarmUp() {}

    /** Seals and opens the usual number of chunks. */
    public static void run() {
        run(CHUNKS);
    }

    /** Seals and opens at least this number of chunks of zeros under keys that are thrown away. */
    public static void run(int chunks) {
        PayloadContext context = new PayloadContext(new SuiteId("LT-1"), new UUID(0, 0), 0);
        byte[] plain = new byte[CHUNKS_PER_ROUND * PayloadFormat.CHUNK];
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 2 * PayloadFormat.SEALED_CHUNK);
        for (int done = 0; done < chunks; done += CHUNKS_PER_ROUND) {
            round(plain, sealed, PayloadKey.generate(), context);
        }
    }

    private static void round(byte[] plain, ByteArrayOutputStream sealed, PayloadKey key, PayloadContext context) {
        try {
            sealed.reset();
            try (OutputStream sealing = new SealingOutputStream(sealed, key, context)) {
                sealing.write(plain);
            }
            try (InputStream opening =
                    new OpeningInputStream(new ByteArrayInputStream(sealed.toByteArray()), key, context)) {
                opening.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("AES-GCM does not read back", e);
        }
    }
}
