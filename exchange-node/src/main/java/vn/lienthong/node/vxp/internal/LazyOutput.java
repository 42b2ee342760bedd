package vn.lienthong.node.vxp.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Begins the answer with the first octet of the message, so that what cannot be written may still be answered otherwise. */
final class LazyOutput extends OutputStream {

    private final HttpServletResponse response;
    private final boolean raw;
    private @Nullable OutputStream target;

    /**
     * Writes a message into an answer.
     *
     * @param raw whether the message is the answer; otherwise it goes into it in base64
     */
    LazyOutput(HttpServletResponse response, boolean raw) {
        super();
        this.response = response;
        this.raw = raw;
    }

    private OutputStream target() throws IOException {
        OutputStream begun = target;
        if (begun == null) {
            response.setContentType(raw ? "application/xml;charset=UTF-8" : "application/json;charset=UTF-8");
            OutputStream out = response.getOutputStream();
            if (!raw) {
                out.write(VxpAnswer.beforeData());
            }
            begun = raw ? out : Base64.getEncoder().wrap(new Unclosed(out));
            target = begun;
        }
        return begun;
    }

    @Override
    public void write(int octet) throws IOException {
        target().write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        target().write(octets, offset, length);
    }

    /** Writes what follows the message. */
    void end() throws IOException {
        target().close();
        if (!raw) {
            response.getOutputStream().write(VxpAnswer.afterData());
        }
        response.flushBuffer();
    }

    /** The encoder closes what it writes to; the answer goes on behind it. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
