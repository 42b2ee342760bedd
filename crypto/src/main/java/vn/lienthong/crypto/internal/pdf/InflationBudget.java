package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;

/** Counts inflated bytes of a whole document and forgets them at once. */
final class InflationBudget extends OutputStream {

    private static final int BUFFER = 64 << 10;
    private static final int CHECK_EVERY = 4 << 20;

    private final FindingLog log;
    private final long most;
    private long count;
    private long nextCheck = CHECK_EVERY;

    InflationBudget(FindingLog log, long most) {
        this.log = log;
        this.most = most;
    }

    @Override
    public void write(int single) throws IOException {
        spend(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        spend(length);
    }

    private void spend(int length) throws IOException {
        count += length;
        if (count > most) {
            log.blockAndStop(Kind.INFLATED_SIZE);
        }
        if (count > nextCheck) {
            nextCheck = count + CHECK_EVERY;
            log.checkDeadline();
        }
    }

    /** Inflates what starts at {@code start}, and once more what comes out; bytes that are not zlib cost nothing. */
    void inflateTwice(byte[] bytes, int start) throws IOException {
        Inflater outer = new Inflater();
        Inflater inner = new Inflater();
        try {
            outer.setInput(bytes, start, bytes.length - start);
            byte[] once = new byte[BUFFER];
            byte[] twice = new byte[BUFFER];
            int length = inflate(outer, once);
            while (length > 0) {
                spend(length);
                inner.setInput(once, 0, length);
                int further = inflate(inner, twice);
                while (further > 0) {
                    spend(further);
                    further = inflate(inner, twice);
                }
                length = inflate(outer, once);
            }
        } finally {
            outer.end();
            inner.end();
        }
    }

    private static int inflate(Inflater inflater, byte[] into) {
        try {
            return inflater.finished() || inflater.needsDictionary() ? 0 : inflater.inflate(into);
        } catch (DataFormatException e) {
            return 0;
        }
    }
}
