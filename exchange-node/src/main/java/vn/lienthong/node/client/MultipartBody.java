package vn.lienthong.node.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with the metadata first and the files after it, streamed from disk: nothing is held in memory. */
final class MultipartBody {

    private final String boundary;
    private final List<BodyPublisher> parts = new ArrayList<>();

    /** Starts a form; the boundary must not occur in the files, so it is long and random or derived from a unique key. */
    MultipartBody(String boundary) {
        this.boundary = boundary;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    void json(String name, byte[] json) {
        open("form-data; name=\"" + name + "\"", "application/json");
        parts.add(BodyPublishers.ofByteArray(json));
    }

    void file(String name, AttachedFile file) throws FileNotFoundException {
        open(
                "form-data; name=\"" + name + "\"; filename=\"" + quoted(file.name()) + "\"",
                file.mediaType().replaceAll("[^ -~]", ""));
        parts.add(BodyPublishers.ofFile(file.path()));
    }

    private void open(String disposition, String mediaType) {
        String before = parts.isEmpty() ? "--" : "\r\n--";
        parts.add(text(before + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + mediaType
                + "\r\n\r\n"));
    }

    // As browsers do (WHATWG HTML, multipart/form-data encoding algorithm): UTF-8, these three percent-encoded.
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }

    BodyPublisher publisher() {
        List<BodyPublisher> all = new ArrayList<>(parts);
        all.add(text("\r\n--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
