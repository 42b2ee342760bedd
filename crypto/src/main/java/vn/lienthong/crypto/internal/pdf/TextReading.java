package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import vn.lienthong.crypto.pdf.PdfText;

/** One reading of a text layer, within bounds. */
public final class TextReading {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_OPERATORS = 500_000;
    private static final int LOOK_AT_CLOCK = 256;

    private final InstantSource clock;
    private final Instant deadline;

    /** Gives up at the deadline. */
    public TextReading(InstantSource clock, Instant deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Reads; empty when the document cannot be read within the bounds. */
    public Optional<PdfText> read(byte[] pdf, int firstPages) {
        try (PDDocument document = IntakeInspection.load(pdf)) {
            int pages = document.getNumberOfPages();
            return Optional.of(new PdfText(pages, text(document, firstPages, true), text(document, firstPages, false)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Every parse that throws anything is a refusal; deep nesting overflows the stack of the parser.
            return Optional.empty();
        }
    }

    private String text(PDDocument document, int firstPages, boolean byPlace) throws IOException {
        int pages = document.getNumberOfPages();
        Writer out = new BoundedWriter();
        write(document, 1, Math.min(firstPages, pages), byPlace, out);
        if (pages > firstPages) {
            write(document, pages, pages, byPlace, out);
        }
        return out.toString();
    }

    private void write(PDDocument document, int from, int to, boolean byPlace, Writer out) throws IOException {
        PDFTextStripper stripper = new BoundedStripper();
        stripper.setSortByPosition(byPlace);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        stripper.writeText(document, out);
    }

    private final class BoundedStripper extends PDFTextStripper {

        private int operators;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            operators++;
            boolean late = operators % LOOK_AT_CLOCK == 0 && clock.instant().isAfter(deadline);
            if (late || operators > MOST_OPERATORS) {
                throw new IOException("the text takes too long to read");
            }
            super.processOperator(operator, operands);
        }
    }

    /** Stops at so many characters that no letter has them. */
    private static final class BoundedWriter extends StringWriter {

        @Override
        public void write(String text) {
            if (getBuffer().length() + text.length() > MOST_CHARACTERS) {
                throw new IllegalStateException("more text than is read");
            }
            super.write(text);
        }
    }
}
