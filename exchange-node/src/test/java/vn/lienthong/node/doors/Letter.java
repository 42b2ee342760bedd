package vn.lienthong.node.doors;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.value.Sha512;

/**
 * What is sent through every door: one document, but for its number.
 *
 * @param number of the document; tells the letters of this test apart
 */
record Letter(String number) {

    static final String NOTATION = "CV-MT";
    static final String SUBJECT = "Về việc phối hợp “liên thông” văn bản & dữ liệu <thử>";
    static final String TYPE = "Công văn";
    static final String DATE = "2026-11-20";
    static final String PLACE = "Huế";
    static final String SIGNER = "Trần Thị Bình";
    static final int URGENCY = 1;
    static final String PDF_NAME = "Công văn phối hợp.pdf";
    static final String NOTE_NAME = "phụ lục số 1.txt";

    /** The files by name: one that edXML carries as it is, and one that it carries in a ZIP. */
    Map<String, byte[]> files() {
        return new TreeMap<>(Map.of(
                PDF_NAME,
                ("%PDF-1.7\n%số " + number + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8),
                NOTE_NAME,
                ("Phụ lục của văn bản số " + number + "\r\n").repeat(3000).getBytes(StandardCharsets.UTF_8)));
    }

    /** What a reader has to see of the letter that this door has sent. */
    Seen from(Door door) {
        Map<String, String> digests = files().entrySet().stream()
                .collect(Collectors.toMap(
                        file -> door.nameOf(file.getKey(), this),
                        file -> Sha512.of(file.getValue()).hex()));
        return new Seen(number, NOTATION, SUBJECT, TYPE, DATE, SIGNER, Integer.toString(URGENCY), digests);
    }

    /**
     * A document as a door showed it.
     *
     * @param files digests by name
     */
    record Seen(
            String number,
            String notation,
            String subject,
            String typeName,
            String date,
            String signer,
            String urgency,
            Map<String, String> files) {

        static Seen of(DocumentMetadata metadata, Map<String, String> files) {
            return new Seen(
                    metadata.code().number(),
                    metadata.code().notation(),
                    metadata.subject(),
                    metadata.type().name(),
                    String.valueOf(metadata.promulgation().date()),
                    metadata.signer().fullName(),
                    Integer.toString(metadata.urgency().level()),
                    files);
        }
    }
}
