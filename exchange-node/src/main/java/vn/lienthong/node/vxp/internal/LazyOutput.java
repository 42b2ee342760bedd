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
    private final Form form;
    private @Nullable OutputStream target;

    /**
     * Writes a message into an answer.
     *
     * @param form how the message is in it
     */
    LazyOutput(HttpServletResponse response, Form form) {
        super();
        this.response = response;
        this.form = form;
    }

    /** How a message is in an answer. */
    enum Form {
        /** It is the answer. */
        RAW,
        /** In base64, as the kit reads it. */
        KIT,
        /** In base64, as the provincial dialect reads it. */
        PROVINCIAL
    }

    private OutputStream target() throws IOException {
        OutputStream begun = target;
        if (begun == null) {
            response.setContentType(
                    form == Form.RAW ? "application/xml;charset=UTF-8" : "application/json;charset=UTF-8");
            OutputStream out = response.getOutputStream();
            if (form != Form.RAW) {
                out.write(form == Form.KIT ? VxpAnswer.beforeData() : ProvincialAnswer.beforeData());
            }
            begun = form == Form.RAW ? out : Base64.getEncoder().wrap(new Unclosed(out));
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
        if (form != Form.RAW) {
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
