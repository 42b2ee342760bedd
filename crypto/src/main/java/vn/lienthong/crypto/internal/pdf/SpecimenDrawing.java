package vn.lienthong.crypto.internal.pdf;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;

/** Draws specimen seals and signatures with Java2D. */
public final class SpecimenDrawing {

    private static final Color SEAL_RED = new Color(0xD4, 0x14, 0x1E, 0xE6);
    private static final Color INK_BLUE = new Color(0x12, 0x2E, 0xA8);
    private static final int SEAL_PIXELS = 425;
    private static final double MIDDLE = SEAL_PIXELS / 2.0;
    private static final double TEXT_RADIUS = 157;

    private SpecimenDrawing() {}

    /** Draws a red round seal with a star, 36 mm at 300 dpi. */
    public static byte[] seal(String superior, String agency) throws IOException {
        BufferedImage image = new BufferedImage(SEAL_PIXELS, SEAL_PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, SEAL_RED);
        ring(pen, 208, 8);
        ring(pen, 196, 2.5f);
        ring(pen, 112, 2.5f);
        pen.fill(star(92));
        Font bold = SerifFonts.forDrawing(Cut.BOLD);
        arc(pen, bold.deriveFont(32f), superior, true);
        arc(pen, bold.deriveFont(32f), agency, false);
        specimenMark(pen, bold.deriveFont(50f));
        pen.dispose();
        return png(image);
    }

    /** Draws a blue stroke like a signature, about 55 mm at 300 dpi. */
    public static byte[] signature(long seed) throws IOException {
        BufferedImage image = new BufferedImage(650, 280, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image, INK_BLUE);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Path2D stroke = new Path2D.Double();
        double x = 70;
        stroke.moveTo(x, 190);
        stroke.curveTo(x - 40, 30, x + 110, 5, x + 60, 150);
        stroke.curveTo(x + 30, 260, x - 40, 235, x + 40, 170);
        x += 40;
        for (int loop = 0; loop < 7; loop++) {
            double up = 60 + random.nextDouble(70);
            double wide = 44 + random.nextDouble(22);
            stroke.curveTo(x + wide, 180 - up, x + wide * 0.4, 150 - up * 0.6, x + wide * 0.5, 165);
            stroke.curveTo(x + wide * 0.55, 205, x + wide * 0.9, 190, x + wide, 168);
            x += wide;
        }
        stroke.curveTo(x + 60, 120, x + 120, 150, 625, 100 + random.nextDouble(30));
        stroke.curveTo(480, 215, 240, 215, 130, 245);
        pen.setStroke(new BasicStroke(6.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(stroke);
        pen.dispose();
        return png(image);
    }

    private static void ring(Graphics2D pen, double radius, float thickness) {
        pen.setStroke(new BasicStroke(thickness));
        pen.draw(new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius));
    }

    private static Path2D star(double radius) {
        Path2D star = new Path2D.Double();
        double inner = radius * 0.381966;
        for (int corner = 0; corner < 10; corner++) {
            double length = corner % 2 == 0 ? radius : inner;
            double angle = Math.PI * corner / 5 - Math.PI / 2;
            double x = MIDDLE + length * Math.cos(angle);
            double y = MIDDLE + length * Math.sin(angle);
            if (corner == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    private static void arc(Graphics2D pen, Font font, String text, boolean upper) {
        GlyphVector whole = font.createGlyphVector(pen.getFontRenderContext(), text);
        double length = whole.getLogicalBounds().getWidth();
        double most = TEXT_RADIUS * Math.PI * 0.92;
        Font fitting = length > most ? font.deriveFont((float) (font.getSize2D() * most / length)) : font;
        GlyphVector glyphs = fitting.createGlyphVector(pen.getFontRenderContext(), text);
        double width = glyphs.getLogicalBounds().getWidth();
        double rise = fitting.getSize2D() * 0.34;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            double centre = glyphs.getGlyphPosition(i).getX()
                    + glyphs.getGlyphMetrics(i).getAdvance() / 2;
            double turn = (centre - width / 2) / TEXT_RADIUS * (upper ? 1 : -1);
            AffineTransform place = AffineTransform.getTranslateInstance(MIDDLE, MIDDLE);
            place.rotate(turn);
            place.translate(-centre, (upper ? -TEXT_RADIUS : TEXT_RADIUS) + rise);
            pen.fill(place.createTransformedShape(glyphs.getGlyphOutline(i)));
        }
    }

    private static void specimenMark(Graphics2D pen, Font font) {
        GlyphVector mark = font.createGlyphVector(pen.getFontRenderContext(), "MẪU");
        double width = mark.getLogicalBounds().getWidth();
        AffineTransform place =
                AffineTransform.getTranslateInstance(MIDDLE - width / 2, MIDDLE + font.getSize2D() * 0.34);
        pen.setComposite(AlphaComposite.Clear);
        pen.fill(new Ellipse2D.Double(MIDDLE - width * 0.6, MIDDLE - 34, width * 1.2, 68));
        pen.setComposite(AlphaComposite.SrcOver);
        pen.fill(place.createTransformedShape(mark.getOutline()));
    }

    private static Graphics2D pen(BufferedImage image, Color colour) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(colour);
        return pen;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("no PNG encoder");
        }
        return out.toByteArray();
    }
}
