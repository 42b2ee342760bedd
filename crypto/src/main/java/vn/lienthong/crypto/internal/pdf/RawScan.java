package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;

/**
 * Looks at the octets before any parser does: header, and what the streams inflate to. A parser inflates object and
 * cross-reference streams into memory at once, so those must be known to be small and plainly filtered beforehand.
 */
final class RawScan {

    private static final int HEADER_WITHIN = 1024;
    private static final int DICTIONARY_WITHIN = 2048;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern OTHER_FILTER =
            Pattern.compile("/(LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL|Crypt)\\b");
    private static final Pattern FLATE = Pattern.compile("/(FlateDecode|Fl)\\b");
    private static final Pattern HUGE_ROW = Pattern.compile("/Columns\\s*\\+?0*[1-9][0-9]{5,}");

    private final byte[] pdf;
    private final FindingLog log;
    private final InflationBudget budget;

    RawScan(byte[] pdf, FindingLog log, InflationBudget budget) {
        this.pdf = pdf;
        this.log = log;
        this.budget = budget;
    }

    void run() throws IOException {
        String start = latin(0, Math.min(HEADER_WITHIN, pdf.length));
        if (!start.contains("%PDF-1.") && !start.contains("%PDF-2.")) {
            log.blockAndStop(Kind.NOT_A_PDF);
        }
        for (int at = indexOfStream(0); at >= 0; at = indexOfStream(at + STREAM.length)) {
            log.checkDeadline();
            int data = dataStart(at + STREAM.length);
            if (data >= 0) {
                checkStructure(at);
                budget.inflateTwice(pdf, data);
            }
        }
    }

    private void checkStructure(int keyword) throws IOException {
        String before = latin(Math.max(0, keyword - DICTIONARY_WITHIN), keyword);
        String dictionary = unescape(before.substring(before.lastIndexOf("obj") + 1));
        if (!STRUCTURE.matcher(dictionary).find()) {
            return;
        }
        boolean chained = FLATE.matcher(dictionary).results().count() > 1;
        if (chained
                || OTHER_FILTER.matcher(dictionary).find()
                || HUGE_ROW.matcher(dictionary).find()) {
            log.blockAndStop(Kind.FILTER_CHAIN);
        }
    }

    private static String unescape(String names) {
        Matcher escape = ESCAPE.matcher(names);
        return escape.replaceAll(
                hex -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex.group(1), 16))));
    }

    private int indexOfStream(int from) {
        for (int at = from; at <= pdf.length - STREAM.length; at++) {
            if (matchesStream(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matchesStream(int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** The data begins after CR LF, LF, or (against the standard, but readers take it) CR alone. */
    private int dataStart(int after) {
        int at = after;
        if (at < pdf.length && pdf[at] == '\r') {
            at++;
        }
        if (at < pdf.length && pdf[at] == '\n') {
            at++;
        }
        return at > after && at < pdf.length ? at : -1;
    }

    private String latin(int from, int to) {
        return new String(pdf, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
