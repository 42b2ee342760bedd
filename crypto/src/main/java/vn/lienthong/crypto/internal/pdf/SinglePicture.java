package vn.lienthong.crypto.internal.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.lienthong.crypto.internal.pdf.BoundedRenderer.Stop;
import vn.lienthong.crypto.pdf.PagePicture.Reason;

/** A PNG or JPEG picture as the only page: its size is looked at before it is unpacked, and it is unpacked in a coarser grain. */
final class SinglePicture implements PageImages {

    private static final long MOST_PIXELS = 60_000_000;
    private static final int MOST_HEIGHT = 5_000;
    private static final Set<String> FORMS = Set.of("png", "jpeg");

    private final byte[] octets;

    SinglePicture(byte[] octets) {
        this.octets = octets;
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public BufferedImage draw(int index, int width) throws IOException {
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(octets))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                return scaled(reader, in, width);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage scaled(ImageReader reader, MemoryCacheImageInputStream in, int width)
            throws IOException {
        if (!FORMS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new IOException("no picture of a form that is shown");
        }
        reader.setInput(in, true, true);
        int full = reader.getWidth(0);
        long pixels = (long) full * reader.getHeight(0);
        int height = Math.max(1, Math.toIntExact((long) reader.getHeight(0) * width / Math.max(1, full)));
        if (pixels > MOST_PIXELS || height > MOST_HEIGHT) {
            throw new Stop(Reason.TOO_COMPLEX);
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int grain = Math.max(1, full / (2 * width));
        how.setSourceSubsampling(grain, grain, 0, 0);
        BufferedImage read = reader.read(0, how);
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = page.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.drawImage(read, 0, 0, width, height, null);
        canvas.dispose();
        return page;
    }
}
