package vn.lienthong.core.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages that are too large in one way or another: refused, and memory stays flat meanwhile. */
class EdxmlAttackTest {

    private static final long HUGE = 40L << 20;
    private static final long LARGE_FILE = 200L << 20;
    // What the parser leaves behind as garbage while a message streams through, and far below any of the messages here.
    private static final long FLAT = 24L << 20;
    private static final String HEADER =
            "<edXML><edXMLEnvelope><edXMLHeader><MessageHeader><From><OrganId>H28</OrganId>"
                    + "</From><Subject>x</Subject></MessageHeader></edXMLHeader></edXMLEnvelope>";
    private static final String FILE = HEADER + "<AttachmentEncoded><Attachment><ContentTransferEncoded>";
    private static final String FILE_END = "</ContentTransferEncoded></Attachment></AttachmentEncoded></edXML>";

    @Test
    void readsAMessageOfTwoHundredMebibytesInFlatMemory() throws IOException {
        Counter counter = new Counter();
        long base64 = LARGE_FILE / 3 * 4;
        InputStream message = around(FILE, new Repeated("QUJDREVG", base64 / 8 * 8), FILE_END);

        long before = allocated();
        EdxmlReading read = new EdxmlReader(EdxmlLimits.STANDARD).read(message, _ -> counter);

        assertThat(read).isInstanceOf(EdxmlReading.Letter.class);
        assertThat(counter.count).isEqualTo(base64 / 8 * 6);
        assertThat(allocated() - before).isLessThan(FLAT);
    }

    @Test
    void refusesAFileThatIsLargerThanAllowed() throws IOException {
        EdxmlLimits limits = EdxmlLimits.STANDARD.sizes(1L << 30, 1 << 20);

        assertRefused(EdxmlRule.FILE_SIZE, limits, around(FILE, new Repeated("QUJD", HUGE), FILE_END));
    }

    @Test
    void refusesAMessageThatIsLargerThanAllowed() throws IOException {
        EdxmlLimits limits = EdxmlLimits.STANDARD.sizes(1 << 20, 1 << 30);

        assertRefused(EdxmlRule.MESSAGE_SIZE, limits, around(FILE, new Repeated("QUJD", HUGE), FILE_END));
    }

    @Test
    void refusesEndlessTextsOutsideFiles() throws IOException {
        assertRefused(EdxmlRule.LENGTH, around("<edXML><a>", new Repeated("x", HUGE), "</a></edXML>"));
        assertRefused(EdxmlRule.LENGTH, around("<edXML><a><![CDATA[", new Repeated("x", HUGE), "]]></a></edXML>"));
        assertRefused(EdxmlRule.LENGTH, around("<edXML><a>", new Repeated("&#65;", HUGE), "</a></edXML>"));
        assertRefused(
                EdxmlRule.LENGTH, around("<edXML>", new Repeated("<a>" + "x".repeat(1000) + "</a>", HUGE), "</edXML>"));
    }

    @Test
    void refusesEndlessMarkup() throws IOException {
        assertRefused(EdxmlRule.MARKUP, around("<edXML a=\"", new Repeated("x", HUGE), "\"/>"));
        assertRefused(EdxmlRule.MARKUP, around("<edXML a='\">", new Repeated(">x", HUGE), "'/>"));
        assertRefused(EdxmlRule.MARKUP, around("<edXML ", new Repeated(" ", HUGE), "/>"));
        assertRefused(EdxmlRule.MARKUP, around("<edXML><!--", new Repeated("->x", HUGE), "--></edXML>"));
        assertRefused(EdxmlRule.MARKUP, around("<edXML><?x ", new Repeated("y>", HUGE), "?></edXML>"));
        assertRefused(EdxmlRule.MALFORMED, around("<edXML>&#", new Repeated("0", HUGE), "65;</edXML>"));
        assertRefused(EdxmlRule.MALFORMED, around("<edXML>&", new Repeated("a", HUGE), ";</edXML>"));
    }

    @Test
    void refusesTooManyElementsAndTooDeepOnes() throws IOException {
        assertRefused(EdxmlRule.COUNT, around("<edXML>", new Repeated("<a/>", HUGE), "</edXML>"));
        assertRefused(EdxmlRule.DEPTH, around("<edXML>", new Repeated("<a>", HUGE), ""));
        assertRefused(
                EdxmlRule.COUNT, around(HEADER + "<AttachmentEncoded>", emptyFiles(), "</AttachmentEncoded></edXML>"));
    }

    @Test
    void passesOverEndlessWhiteSpaceInAFile() throws IOException {
        InputStream message = around(FILE + "QUJD", new Repeated(" \n", HUGE), FILE_END);

        assertThat(new EdxmlReader(EdxmlLimits.STANDARD).read(message, _ -> OutputStream.nullOutputStream()))
                .isInstanceOf(EdxmlReading.Letter.class);
    }

    @Test
    void takesNoNoticeOfFilesInOtherPlaces() throws IOException {
        Counter counter = new Counter();
        String message = HEADER + "<Signature><Attachment><ContentTransferEncoded>QUJD</ContentTransferEncoded>"
                + "</Attachment><Reference/></Signature></edXML>";

        EdxmlReading read =
                new EdxmlReader(EdxmlLimits.STANDARD).read(new ByteArrayInputStream(ascii(message)), _ -> counter);

        assertThat(read).isInstanceOf(EdxmlReading.Letter.class);
        assertThat(counter.count).isZero();
    }

    private static InputStream emptyFiles() {
        return new Repeated("<Attachment><ContentTransferEncoded/></Attachment>", HUGE);
    }

    private static void assertRefused(EdxmlRule rule, InputStream message) throws IOException {
        assertRefused(rule, EdxmlLimits.STANDARD, message);
    }

    private static void assertRefused(EdxmlRule rule, EdxmlLimits limits, InputStream message) throws IOException {
        long before = allocated();
        EdxmlReading read = new EdxmlReader(limits).read(message, _ -> OutputStream.nullOutputStream());
        long taken = allocated() - before;

        assertThat(read)
                .isInstanceOfSatisfying(
                        EdxmlReading.Refused.class,
                        refused -> assertThat(refused.fault().rule()).isEqualTo(rule));
        assertThat(taken).as("octets allocated").isLessThan(FLAT);
    }

    private static InputStream around(String start, InputStream middle, String end) {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(ascii(start)), middle, new ByteArrayInputStream(ascii(end)))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            count += length;
        }
    }

    /** The same text again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private final long length;
        private long at;

        Repeated(String text, long length) {
            this.text = ascii(text);
            this.length = length / this.text.length * this.text.length;
        }

        @Override
        public int read() {
            return at == length ? -1 : text[(int) (at++ % text.length)];
        }

        @Override
        public int read(byte[] octets, int offset, int wanted) {
            if (at == length) {
                return -1;
            }
            int given = (int) Math.min(wanted, length - at);
            for (int i = 0; i < given; i++) {
                octets[offset + i] = text[(int) (at++ % text.length)];
            }
            return given;
        }
    }
}
