package vn.lienthong.crypto.internal.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.internal.pdf.BoundedRenderer.Stop;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.PagePicture.Reason;

/** Plain text on pages of A4: fifty lines each, long ones broken at a fixed number of letters. */
final class TextImages implements PageImages {

    private static final int MOST_OCTETS = 4 << 20;
    private static final int LETTERS = 90;
    private static final int LINES = 52;
    private static final double HEIGHT = 297.0 / 210;
    private static final double MARGIN = 0.07;
    private static final char MARK_OF_ORDER = '\ufeff';

    private final List<String> lines;

    /** Takes a text; it must be UTF-8. */
    TextImages(byte[] octets) throws CharacterCodingException {
        if (octets.length > MOST_OCTETS) {
            throw new Stop(Reason.TOO_LARGE);
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(octets))
                .toString();
        this.lines = broken(text);
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> {
            String rest = line.replace("\t", "    ").replaceAll("[\\p{Cntrl}" + MARK_OF_ORDER + "]", " ");
            while (rest.length() > LETTERS) {
                int blank = rest.lastIndexOf(' ', LETTERS);
                int end = blank > LETTERS / 2 ? blank + 1 : LETTERS;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            lines.add(rest);
        });
        return lines;
    }

    @Override
    public int pages() {
        return Math.max(1, (lines.size() + LINES - 1) / LINES);
    }

    @Override
    public BufferedImage draw(int index, int width) throws IOException {
        int height = (int) Math.round(width * HEIGHT);
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        double margin = width * MARGIN;
        double step = (height - 2 * margin) / LINES;
        Font font = SerifFonts.forDrawing(Cut.REGULAR).deriveFont((float) (step * 0.78));
        int from = index * LINES;
        for (int line = from; line < Math.min(lines.size(), from + LINES); line++) {
            float y = (float) (margin + (line - from + 1) * step);
            pen.fill(font.createGlyphVector(new FontRenderContext(null, true, true), lines.get(line))
                    .getOutline((float) margin, y));
        }
        pen.dispose();
        return page;
    }
}
