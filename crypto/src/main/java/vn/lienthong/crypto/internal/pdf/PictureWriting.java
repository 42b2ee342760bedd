package vn.lienthong.crypto.internal.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures of pages, in memory only. */
final class PictureWriting {

    private static final int COLOURS = 256;
    private static final int CUBE = 216;
    private static final int STEP = 51;
    private static final int SAMPLE = 5;
    private static final int MOST_STRANGE = 4;
    private static final int NEARLY = 40;
    private static final int PAPER = 170;
    private static final int DARK = 90;
    private static final int[] INK = {
        0x000000, 0x404040, 0x808080, 0xbfbfbf, 0xffffff, 0xc81e28, 0xe68282, 0x960014, 0x1432aa, 0x6e82d2, 0x001464
    };
    private static final IndexColorModel PALETTE = palette();
    private static final IndexColorModel INKS = new IndexColorModel(4, INK.length, INK, 0, false, -1, 0);

    private PictureWriting() {}

    /** A PNG with 256 colours. */
    static byte[] png(BufferedImage picture) throws IOException {
        return written(fewerColours(picture, PALETTE), "png", 1);
    }

    /**
     * A PNG with five greys and the colours of ink and seals, packed as hard as it goes: half the octets of any other form for a
     * page of letters.
     */
    static byte[] letters(BufferedImage picture) throws IOException {
        // For this format the least quality is the hardest packing; nothing of the picture is lost by it.
        return written(fewerColours(picture, INKS), "png", 0);
    }

    /** Whether a picture is a page of letters: nearly all of it has no colours but those of ink and seals. */
    static boolean isOfLetters(BufferedImage picture) {
        long seen = 0;
        long strange = 0;
        for (int y = 0; y < picture.getHeight(); y += SAMPLE) {
            for (int x = 0; x < picture.getWidth(); x += SAMPLE) {
                seen++;
                strange += isInk(picture.getRGB(x, y)) ? 0 : 1;
            }
        }
        return strange * MOST_STRANGE < seen;
    }

    /** White, nearly grey, and clear red or blue. */
    private static boolean isInk(int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        boolean grey = most - least < NEARLY;
        boolean paper = least > PAPER;
        return grey && (paper || most < DARK);
    }

    /** A JPEG. */
    static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        return written(picture, "jpeg", quality);
    }

    private static byte[] written(BufferedImage picture, String format, float quality) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(octets)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (quality < 1) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return octets.toByteArray();
    }

    /** Letters are black, blue and red: a palette makes a third of the octets. */
    private static BufferedImage fewerColours(BufferedImage picture, IndexColorModel palette) {
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        Graphics2D canvas = indexed.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return indexed;
    }

    /** Six steps of each colour, true black and white among them, and forty greys for the edges of letters. */
    private static IndexColorModel palette() {
        byte[] red = new byte[COLOURS];
        byte[] green = new byte[COLOURS];
        byte[] blue = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            boolean grey = i >= CUBE;
            int shade = (i - CUBE) * 6 + 8;
            red[i] = (byte) (grey ? shade : i / 36 * STEP);
            green[i] = (byte) (grey ? shade : i / 6 % 6 * STEP);
            blue[i] = (byte) (grey ? shade : i % 6 * STEP);
        }
        return new IndexColorModel(8, COLOURS, red, green, blue);
    }
}
