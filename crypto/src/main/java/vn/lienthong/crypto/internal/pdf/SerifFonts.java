package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Liberation Serif: the metrics of Times New Roman, all Vietnamese letters, free to embed (OFL 1.1). */
final class SerifFonts {

    private static final Map<Cut, Font> DRAWN = new ConcurrentHashMap<>();

    private SerifFonts() {}

    /** The four cuts. */
    enum Cut {
        REGULAR("Regular"),
        BOLD("Bold"),
        ITALIC("Italic"),
        BOLD_ITALIC("BoldItalic");

        private final String suffix;

        Cut(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Returns the font for one PDF document; only the letters used are embedded. */
    static PdfFont forPdf(Cut cut) throws IOException {
        try (InputStream file = open(cut)) {
            return PdfFontFactory.createFont(
                    file.readAllBytes(), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
        }
    }

    /** Returns the font for drawing pictures, one point high; read once, because each reading leaves a copy in the file system. */
    static Font forDrawing(Cut cut) throws IOException {
        Font known = DRAWN.get(cut);
        if (known != null) {
            return known;
        }
        Font read = read(cut);
        DRAWN.put(cut, read);
        return read;
    }

    private static Font read(Cut cut) throws IOException {
        try (InputStream file = open(cut)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException e) {
            throw new IOException("bundled font is damaged", e);
        }
    }

    private static InputStream open(Cut cut) throws IOException {
        String name = "fonts/LiberationSerif-" + cut.suffix + ".ttf";
        InputStream file = SerifFonts.class.getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }
}
