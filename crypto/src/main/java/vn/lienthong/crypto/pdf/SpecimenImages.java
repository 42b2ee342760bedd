package vn.lienthong.crypto.pdf;

import java.io.IOException;
import vn.lienthong.crypto.internal.pdf.SpecimenDrawing;

/** Drawn pictures for demonstrations and tests. The seal says "MẪU" (specimen): it can never pass for a real one. */
public final class SpecimenImages {

    /** The width of the drawn seal in millimetres when placed in real size. */
    public static final double SEAL_MILLIMETRES = 36;

    private SpecimenImages() {}

    /**
     * Draws a red round seal, 36 mm at 300 dpi on transparent ground.
     *
     * @param superior the words on the upper arc
     * @param agency the words on the lower arc
     * @throws IOException when the bundled fonts cannot be read
     */
    public static PngImage seal(String superior, String agency) throws IOException {
        return PngImage.of(SpecimenDrawing.seal(superior, agency));
    }

    /**
     * Draws a blue stroke like a signature on transparent ground.
     *
     * @param seed different seeds give different strokes, the same seed the same one
     * @throws IOException when the picture cannot be encoded
     */
    public static PngImage signature(long seed) throws IOException {
        return PngImage.of(SpecimenDrawing.signature(seed));
    }
}
