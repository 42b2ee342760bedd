package vn.lienthong.crypto.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.Watermark;

/**
 * Burns a mark into a picture: two lines across it again and again, and all lines once more in a band below. Each letter is dark
 * with a bright rim, so that it can be read on white, on black and on whatever lies between.
 */
final class WatermarkPainter {

    private static final Color DARK = new Color(0, 0, 0, 62);
    private static final Color BRIGHT = new Color(255, 255, 255, 92);
    private static final double ANGLE = -Math.PI / 7;
    private static final int ACROSS = 2;
    private static final float PART_OF_WIDTH = 46;
    private static final float SMALLEST = 11;
    private static final float BAND_PART = 62;
    private static final double LINE = 1.2;

    private WatermarkPainter() {}

    /** Returns the picture with its mark and the band below. */
    static BufferedImage paint(BufferedImage page, Watermark mark) throws IOException {
        Font font = SerifFonts.forDrawing(Cut.BOLD);
        Font band = SerifFonts.forDrawing(Cut.REGULAR).deriveFont(Math.max(SMALLEST, page.getWidth() / BAND_PART));
        int below = (int) Math.ceil(band.getSize2D() * LINE * mark.lines().size() + band.getSize2D() / 2);
        BufferedImage picture =
                new BufferedImage(page.getWidth(), page.getHeight() + below, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.drawImage(page, 0, 0, null);
        pen.setClip(0, 0, page.getWidth(), page.getHeight());
        across(pen, page, font, mark.lines());
        pen.setClip(null);
        below(pen, page, band, mark.lines());
        pen.dispose();
        return picture;
    }

    private static void across(Graphics2D pen, BufferedImage page, Font font, List<String> lines) {
        float size = Math.max(SMALLEST, page.getWidth() / PART_OF_WIDTH);
        Font sized = font.deriveFont(size);
        List<String> shown = lines.subList(0, Math.min(ACROSS, lines.size()));
        AffineTransform upright = pen.getTransform();
        pen.rotate(ANGLE, page.getWidth() / 2.0, page.getHeight() / 2.0);
        double reach = Math.hypot(page.getWidth(), page.getHeight()) / 2;
        double widest =
                shown.stream().mapToDouble(line -> width(sized, line)).max().orElse(1);
        double stepX = widest + 3 * size;
        double stepY = size * LINE * shown.size() + 6 * size;
        int row = 0;
        for (double y = page.getHeight() / 2.0 - reach; y < page.getHeight() / 2.0 + reach; y += stepY) {
            double start = page.getWidth() / 2.0 - reach - (row % 2 == 0 ? 0 : stepX / 2);
            for (double x = start; x < page.getWidth() / 2.0 + reach; x += stepX) {
                block(pen, sized, shown, x, y);
            }
            row++;
        }
        pen.setTransform(upright);
    }

    private static void block(Graphics2D pen, Font font, List<String> lines, double x, double y) {
        pen.setStroke(new BasicStroke(2));
        double line = y;
        for (String text : lines) {
            GlyphVector glyphs = font.createGlyphVector(new FontRenderContext(null, true, true), text);
            Shape outline = glyphs.getOutline((float) x, (float) line);
            Rectangle2D room = outline.getBounds2D();
            if (pen.hitClip(
                    (int) room.getX() - 2,
                    (int) room.getY() - 2,
                    (int) room.getWidth() + 4,
                    (int) room.getHeight() + 4)) {
                pen.setColor(BRIGHT);
                pen.draw(outline);
                pen.setColor(DARK);
                pen.fill(outline);
            }
            line += font.getSize2D() * LINE;
        }
    }

    private static double width(Font font, String text) {
        return font.createGlyphVector(new FontRenderContext(null, true, true), text)
                .getLogicalBounds()
                .getWidth();
    }

    private static void below(Graphics2D pen, BufferedImage page, Font font, List<String> lines) {
        pen.setColor(Color.BLACK);
        float gap = font.getSize2D() / 2;
        double y = page.getHeight() + font.getSize2D();
        for (String text : lines) {
            double room = page.getWidth() - 2 * gap;
            double width = width(font, text);
            Font fitting = width > room ? font.deriveFont((float) (font.getSize2D() * room / width)) : font;
            pen.fill(fitting.createGlyphVector(new FontRenderContext(null, true, true), text)
                    .getOutline(gap, (float) y));
            y += font.getSize2D() * LINE;
        }
    }
}
