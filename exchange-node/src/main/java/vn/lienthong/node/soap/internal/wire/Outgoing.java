package vn.lienthong.node.soap.internal.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.TimeOrderedIds;

/**
 * The attachments of an answer. They are streamed behind the SOAP part, which goes out with the first octet of the first of them: until
 * then the answer may still become a fault.
 */
public final class Outgoing implements AutoCloseable {

    private static final String ROOT = "root@lienthong";
    private static final String LINE = "\r\n";

    private final TimeOrderedIds ids;
    private final List<Attached> attached = new ArrayList<>();

    /** Begins without any. */
    public Outgoing(TimeOrderedIds ids) {
        this.ids = ids;
    }

    /** Writes an attachment. */
    public interface Content {

        /**
         * Writes all of it; called at most once.
         *
         * @param out not to be closed
         * @throws vn.lienthong.node.gateway.ProblemException before the first octet, when there is nothing to write after all
         * @throws IOException when either side breaks off
         */
        void writeTo(OutputStream out) throws IOException;

        /** Lets go of what is held; called once, whether it was written or not. */
        default void close() throws IOException {}
    }

    private record Attached(String contentId, String mediaType, Content content) {}

    /** Adds an attachment; returns the reference to it. */
    public String attach(String mediaType, Content content) {
        String id = ids.next() + "@lienthong";
        attached.add(new Attached(id, mediaType, content));
        return "cid:" + id;
    }

    /** Writes the answer. */
    public void write(SoapKind kind, byte[] envelope, HttpServletResponse response) throws IOException {
        if (attached.isEmpty()) {
            response.setContentType(kind.mediaType() + ";charset=UTF-8");
            response.setContentLength(envelope.length);
            response.getOutputStream().write(envelope);
            return;
        }
        String boundary = "uuid-" + ids.next();
        LateStart out = new LateStart(kind, boundary, envelope, response);
        for (Attached one : attached) {
            out.part(one.mediaType(), one.contentId());
            one.content().writeTo(out);
            out.end();
        }
        response.getOutputStream().write(ascii("--" + boundary + "--" + LINE));
    }

    @Override
    public void close() throws IOException {
        for (Attached one : attached) {
            one.content().close();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends what goes before an octet when that octet comes. */
    private static final class LateStart extends OutputStream {

        private final String boundary;
        private final HttpServletResponse response;
        private final String type;
        private byte @Nullable [] envelope;
        private String head = "";

        LateStart(SoapKind kind, String boundary, byte[] envelope, HttpServletResponse response) {
            super();
            this.boundary = boundary;
            this.response = response;
            this.type = kind.mediaType();
            this.envelope = envelope;
        }

        void part(String mediaType, String contentId) {
            head = "--" + boundary + LINE + "Content-Type: " + mediaType + LINE + "Content-Transfer-Encoding: binary"
                    + LINE + "Content-ID: <" + contentId + ">" + LINE + LINE;
        }

        void end() throws IOException {
            begin();
            response.getOutputStream().write(ascii(LINE));
        }

        private void begin() throws IOException {
            byte[] root = envelope;
            if (root != null) {
                envelope = null;
                response.setContentType("multipart/related;type=\"application/xop+xml\";boundary=\"" + boundary
                        + "\";start=\"<" + ROOT + ">\";start-info=\"" + type + "\"");
                OutputStream out = response.getOutputStream();
                out.write(ascii("--" + boundary + LINE + "Content-Type: application/xop+xml;charset=UTF-8;type=\""
                        + type
                        + "\"" + LINE + "Content-Transfer-Encoding: binary" + LINE + "Content-ID: <" + ROOT + ">"
                        + LINE + LINE));
                out.write(root);
                out.write(ascii(LINE));
            }
            if (!head.isEmpty()) {
                String now = head;
                head = "";
                response.getOutputStream().write(ascii(now));
            }
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            if (length > 0) {
                begin();
                response.getOutputStream().write(octets, offset, length);
            }
        }
    }
}
