package vn.lienthong.node.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.pdf.PdfMark;
import vn.lienthong.node.platform.NodeFacts;

/** Marks every PDF that this program makes on an installation where people train or programs try themselves out; on all others it does nothing. */
@Component
public class PrintedMark {

    /** What is written across each page. */
    public static final String WORDS = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ";

    private static final String SANDBOX_WORDS = "THỬ NGHIỆM – KHÔNG CÓ GIÁ TRỊ";

    private final NodeFacts facts;

    PrintedMark(NodeFacts facts) {
        this.facts = facts;
    }

    /**
     * Writes a PDF, marked where it has to be.
     *
     * @param pdf writes the PDF itself
     * @param out where it goes; not closed
     * @throws IOException when either side breaks off
     */
    public void write(Download.Content pdf, OutputStream out) throws IOException {
        if (!facts.training()) {
            pdf.writeTo(out);
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pdf.writeTo(whole);
        PdfMark.write(whole.toByteArray(), facts.sandbox() ? SANDBOX_WORDS : WORDS, out);
    }
}
