package vn.lienthong.crypto.pdf;

/**
 * A rectangle on a page, in points (1/72 inch) from the lower left corner of the page.
 *
 * @param page the page, counted from 1
 * @param x the left edge
 * @param y the lower edge
 * @param width the width, more than 0
 * @param height the height, more than 0
 */
public record PageBox(int page, double x, double y, double width, double height) {

    private static final double POINTS_PER_MILLIMETRE = 72.0 / 25.4;

    /** Refuses boxes without an area and numbers that are not finite. */
    public PageBox {
        if (page < 1 || !(width > 0) || !(height > 0) || !Double.isFinite(x + y + width + height)) {
            throw new IllegalArgumentException("a box needs a page, a width and a height");
        }
    }

    /** Converts millimetres to points. */
    public static double millimetres(double length) {
        return length * POINTS_PER_MILLIMETRE;
    }

    /** Returns the largest box of the shape of {@code image} that fits here, in the middle: nothing is stretched. */
    public PageBox fit(PngImage image) {
        double scale = Math.min(width / image.width(), height / image.height());
        double fittedWidth = image.width() * scale;
        double fittedHeight = image.height() * scale;
        return new PageBox(
                page, x + (width - fittedWidth) / 2, y + (height - fittedHeight) / 2, fittedWidth, fittedHeight);
    }
}
