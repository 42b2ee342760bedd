package vn.lienthong.core.edxml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the elements of a message with the prefix that readers insist on; empty texts are left out. */
final class XmlOut {

    static final String NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016";

    private static final String PREFIX = "edXML:";

    private final OutputStream target;
    private final Writer out;

    XmlOut(OutputStream target) {
        this.target = target;
        this.out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    }

    /** What stands between an opening and a closing tag. */
    @FunctionalInterface
    interface Content {

        void write() throws IOException;
    }

    void raw(String markup) throws IOException {
        out.write(markup);
    }

    void element(String name, Content content) throws IOException {
        out.write("<" + PREFIX + name + ">");
        content.write();
        out.write("</" + PREFIX + name + ">");
    }

    void text(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            element(name, () -> escape(text));
        }
    }

    void number(String name, int number) throws IOException {
        text(name, Integer.toString(number));
    }

    /** Writes an element without a prefix, in the default namespace. */
    void plain(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write("<" + name + ">");
            escape(text);
            out.write("</" + name + ">");
        }
    }

    /** Writes everything out and gives the stream for octets that are characters of XML already. */
    OutputStream octets() throws IOException {
        out.flush();
        return target;
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("&#13;");
                // Two code points that no XML can carry.
                case '\uFFFE', '\uFFFF' -> out.write('\uFFFD');
                default -> out.write(character);
            }
        }
    }
}
