package vn.lienthong.crypto.payload;

/** Sizes and offsets of Cobblestone-256 (c2sp.org/chunked-encryption with SHA-512 and AES-256-GCM). */
public final class PayloadFormat {

    /** Plain octets of every chunk but the last, which is always shorter. */
    public static final int CHUNK = 16 * 1024;

    /** Octets of an authentication tag. */
    public static final int TAG = 16;

    /** Octets of a full chunk when sealed. */
    public static final int SEALED_CHUNK = CHUNK + TAG;

    /** Octets before the first chunk: salt and commitment. */
    public static final int HEADER = 56;

    /** The largest number of chunks of a payload. */
    public static final long MAX_CHUNKS = 1L << 38;

    /** The largest payload, in plain octets. */
    public static final long MAX_PLAIN = MAX_CHUNKS * CHUNK - 1;

    private PayloadFormat() {}

    /**
     * Returns the size of a payload when sealed.
     *
     * @throws IllegalArgumentException if the plain size is negative or above {@link #MAX_PLAIN}
     */
    public static long sealedLength(long plain) {
        if (plain < 0 || plain > MAX_PLAIN) {
            throw new IllegalArgumentException("no payload has " + plain + " octets");
        }
        return HEADER + plain + (plain / CHUNK + 1) * TAG;
    }

    /**
     * Returns the size of a payload when opened.
     *
     * @throws PayloadException if no payload has this sealed size
     */
    public static long plainLength(long sealed) throws PayloadException {
        long body = sealed - HEADER;
        long last = Math.floorMod(body, (long) SEALED_CHUNK);
        if (body < 0 || last < TAG || body / SEALED_CHUNK >= MAX_CHUNKS) {
            throw new PayloadException(PayloadException.Reason.TRUNCATED, "no payload has this sealed size");
        }
        return body - (body / SEALED_CHUNK + 1) * TAG;
    }

    /** Returns where a chunk begins in the sealed payload. */
    static long offset(long chunk) {
        return HEADER + chunk * SEALED_CHUNK;
    }
}
