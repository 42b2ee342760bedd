package vn.lienthong.crypto.pdf;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A picture of a signature or a seal, as Decree 30/2020/NĐ-CP Annex I asks: PNG with a transparent ground.
 *
 * <p>Only the head of the file is read here, to learn its shape; size and area are bounded.
 */
public final class PngImage {

    /** The largest accepted file. */
    public static final int MAX_BYTES = 4 << 20;

    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEAD = 26;
    private static final int MAX_SIDE = 4000;

    private final byte[] bytes;
    private final int width;
    private final int height;

    private PngImage(byte[] bytes, int width, int height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /**
     * Takes the bytes of a PNG file.
     *
     * @throws IllegalArgumentException when they are not a PNG, too many, or the picture is larger than 4000 × 4000
     */
    public static PngImage of(byte[] png) {
        if (png.length < HEAD || png.length > MAX_BYTES || !Arrays.equals(MAGIC, Arrays.copyOf(png, MAGIC.length))) {
            throw new IllegalArgumentException("not a PNG image of at most " + MAX_BYTES + " bytes");
        }
        ByteBuffer head = ByteBuffer.wrap(png, 16, 8);
        int width = head.getInt();
        int height = head.getInt();
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException("an image side has 1 to " + MAX_SIDE + " pixels");
        }
        return new PngImage(png.clone(), width, height);
    }

    /** Returns a copy of the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }
}
