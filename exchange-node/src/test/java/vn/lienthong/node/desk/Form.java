package vn.lienthong.node.desk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A {@code multipart/form-data} body, right or wrong, as a test wants it. */
final class Form {

    static final String BOUNDARY = "----ranh-gioi-7f3a";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A form with metadata and one file. */
    static Form of(String metadata) {
        return new Form().metadata(metadata).file("công văn 125.pdf", "application/pdf", "%PDF-1.7 thử".repeat(1000));
    }

    Form metadata(String json) {
        return part("name=\"metadata\"", "application/json", json);
    }

    Form file(String name, String type, String content) {
        return part("name=\"file\"; filename=\"" + name + "\"", type, content);
    }

    Form part(String disposition, String type, String content) {
        return raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                + "\r\n\r\n" + content + "\r\n");
    }

    Form raw(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] octets() {
        return raw("--" + BOUNDARY + "--\r\n").unfinished();
    }

    /** Without the end. */
    byte[] unfinished() {
        return body.toByteArray();
    }
}
