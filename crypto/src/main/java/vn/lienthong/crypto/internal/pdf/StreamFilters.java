package vn.lienthong.crypto.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import vn.lienthong.crypto.internal.pdf.ObjectWalk.Place;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;

/** Length of filter chains and what streams inflate to, as the object table has them. */
final class StreamFilters {

    private static final int MAX_CHAIN = 2;
    private static final int MAX_FIRST_LAYER = 64 << 20;
    private static final Set<String> IMAGES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

    private final FindingLog log;
    private final InflationBudget budget;

    StreamFilters(FindingLog log, InflationBudget budget) {
        this.log = log;
        this.budget = budget;
    }

    void check(COSStream stream, Place place) throws IOException {
        List<COSName> chain = chain(stream.getFilters());
        if (chain.size() > MAX_CHAIN) {
            log.block(Kind.FILTER_CHAIN, place.object());
            return;
        }
        try {
            count(stream, chain);
        } catch (FindingLog.Stop e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A stream that no reader can show does no harm by itself; a person should know.
            log.warn(Kind.UNREADABLE, place.object());
        }
    }

    private void count(COSStream stream, List<COSName> chain) throws IOException {
        if (chain.isEmpty() || isImage(chain.getFirst())) {
            return;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            if (chain.size() == 1) {
                decode(chain.getFirst(), raw, budget);
                return;
            }
            FirstLayer first = new FirstLayer();
            decode(chain.getFirst(), raw, first);
            budget.write(first.bytes(), 0, first.size());
            if (!isImage(chain.getLast())) {
                decode(chain.getLast(), new ByteArrayInputStream(first.bytes(), 0, first.size()), budget);
            }
        }
    }

    /** Decodes without parameters: predictors change no lengths worth knowing and allocate what they are told to. */
    private static void decode(COSName filter, InputStream in, OutputStream out) throws IOException {
        if (filter.getName().equals("FlateDecode") || filter.getName().equals("Fl")) {
            try (InflaterInputStream inflated = new InflaterInputStream(in)) {
                inflated.transferTo(out);
            }
            return;
        }
        COSDictionary plain = new COSDictionary();
        plain.setItem(COSName.FILTER, filter);
        FilterFactory.INSTANCE.getFilter(filter).decode(in, out, plain, 0);
    }

    private static List<COSName> chain(COSBase filters) {
        List<COSName> chain = new ArrayList<>();
        if (filters instanceof COSName single) {
            chain.add(single);
        }
        for (int i = 0; filters instanceof COSArray array && i < array.size() && i <= MAX_CHAIN; i++) {
            if (array.getObject(i) instanceof COSName name) {
                chain.add(name);
            }
        }
        return chain;
    }

    private static boolean isImage(COSName filter) {
        return IMAGES.contains(filter.getName());
    }

    /** The only stream content that is kept, and only for the second filter of a chain. */
    private final class FirstLayer extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (kept.size() + length > MAX_FIRST_LAYER) {
                log.blockAndStop(Kind.INFLATED_SIZE);
            }
            kept.write(bytes, offset, length);
        }

        byte[] bytes() {
            return kept.toByteArray();
        }

        int size() {
            return kept.size();
        }
    }
}
