package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.SignaturePlace;

/** One search for the place of a signature. */
public final class PlaceFinding {

    private static final double WIDTH = PageBox.millimetres(50);
    private static final double HEIGHT = PageBox.millimetres(25);
    private static final double GAP = PageBox.millimetres(2);
    private static final double MARGIN = PageBox.millimetres(20);
    private static final int LAST_PAGES = 4;
    private static final int MOST_OPERATORS = 500_000;

    private final InstantSource clock;
    private final Instant deadline;

    /** Gives up at the deadline. */
    public PlaceFinding(InstantSource clock, Instant deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Looks on the last pages; the usual place when the name is not found. */
    public Optional<SignaturePlace> find(byte[] pdf, String signer) {
        try (PDDocument document = IntakeInspection.load(pdf)) {
            int pages = document.getNumberOfPages();
            NameFinder finder = new NameFinder(folded(signer));
            if (!signer.isBlank()) {
                finder.setSortByPosition(false);
                finder.setStartPage(Math.max(1, pages - LAST_PAGES + 1));
                finder.setEndPage(pages);
                finder.writeText(document, Writer.nullWriter());
            }
            Hit hit = finder.last;
            return hit == null
                    ? place(document, pages, Double.MAX_VALUE, MARGIN * 2, false)
                    : place(document, hit.page, hit.middle, hit.top + GAP + HEIGHT / 2, true);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Every parse that throws anything is a refusal; deep nesting overflows the stack of the parser.
            return Optional.empty();
        }
    }

    /** The room around a point. */
    public Optional<SignaturePlace> at(byte[] pdf, int page, double x, double y) {
        try (PDDocument document = IntakeInspection.load(pdf)) {
            return page < 1 || page > document.getNumberOfPages()
                    ? Optional.empty()
                    : place(document, page, x, y, true);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Every parse that throws anything is a refusal; deep nesting overflows the stack of the parser.
            return Optional.empty();
        }
    }

    private static Optional<SignaturePlace> place(PDDocument document, int page, double x, double y, boolean found) {
        PDRectangle size = document.getPage(page - 1).getMediaBox();
        double left = Math.clamp(x - WIDTH / 2, 0, Math.max(0, size.getWidth() - WIDTH - (found ? 0 : MARGIN)));
        double below = Math.clamp(y - HEIGHT / 2, 0, Math.max(0, size.getHeight() - HEIGHT));
        PageBox room = new PageBox(page, left, below, WIDTH, HEIGHT);
        return Optional.of(
                new SignaturePlace(room, size.getWidth(), size.getHeight(), document.getNumberOfPages(), found));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private record Hit(int page, double middle, double top) {}

    private final class NameFinder extends PDFTextStripper {

        private final String name;
        private @Nullable Hit last;
        private int operators;

        NameFinder(String name) {
            super();
            this.name = name;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operators++;
            if (operators > MOST_OPERATORS
                    || (operators % 256 == 0 && clock.instant().isAfter(deadline))) {
                throw new IOException("the text takes too long to read");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (!positions.isEmpty() && folded(text).equals(name)) {
                TextPosition first = positions.getFirst();
                TextPosition end = positions.getLast();
                double middle = (first.getXDirAdj() + end.getXDirAdj() + end.getWidthDirAdj()) / 2.0;
                double top = first.getPageHeight() - first.getYDirAdj() + first.getHeightDir();
                last = new Hit(getCurrentPageNo(), middle, top);
            }
        }
    }
}
