package vn.lienthong.core.edxml;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.core.value.Sha256;

/** Writes the manifest and the files of a letter. */
final class AttachmentXml {

    private static final int HEAD = 4096;
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Set<String> AS_THEY_ARE = Set.of(FileProbe.PDF, FileProbe.DOC, FileProbe.DOCX);

    private final XmlOut out;
    private final EdxmlLetter letter;
    private final AttachmentSource source;
    private final List<Shape> shapes = new ArrayList<>();

    AttachmentXml(XmlOut out, EdxmlLetter letter, AttachmentSource source) {
        this.out = out;
        this.letter = letter;
        this.source = source;
    }

    /** Looks at the first octets of each file, for readers go by the type that is written. */
    void look() throws IOException {
        for (EdxmlAttachment attachment : letter.attachments()) {
            try (InputStream octets = source.open(attachment)) {
                FileProbe probe = new FileProbe();
                byte[] head = octets.readNBytes(HEAD);
                probe.pass(head, 0, head.length);
                shapes.add(shape(attachment, probe.mediaType(attachment.name())));
            }
        }
    }

    void manifest() throws IOException {
        out.raw("<edXML:edXMLManifest version=\"1.0\">");
        for (Shape shape : shapes) {
            out.element("Reference", () -> {
                out.text("ContentId", "cid:" + shape.contentId());
                out.text("ContentType", shape.written());
                out.text("Description", shape.attachment().description());
                out.text("AttachmentName", shape.attachment().name());
            });
        }
        out.raw("</edXML:edXMLManifest>");
    }

    void contents() throws IOException {
        if (shapes.isEmpty()) {
            return;
        }
        out.raw("<AttachmentEncoded>");
        for (Shape shape : shapes) {
            content(shape);
        }
        out.raw("</AttachmentEncoded>");
    }

    private void content(Shape shape) throws IOException {
        out.raw("<Attachment>");
        out.plain("ContentId", "cid:" + shape.contentId());
        out.plain("AttachmentName", shape.attachment().name());
        out.plain("Description", shape.attachment().description());
        out.plain("ContentType", shape.written());
        out.raw("<edXML:ContentTransferEncoded xmlns:edXML=\"" + XmlOut.NAMESPACE + "\">");
        try (InputStream octets = source.open(shape.attachment());
                OutputStream encoded = Base64.getEncoder().wrap(new StaysOpen(out.octets()))) {
            if (shape.wrapped()) {
                wrap(octets, shape, encoded);
            } else {
                octets.transferTo(encoded);
            }
        }
        out.raw("</edXML:ContentTransferEncoded></Attachment>");
    }

    private static void wrap(InputStream octets, Shape shape, OutputStream encoded) throws IOException {
        String extension = FileProbe.extension(shape.attachment().name());
        ZipEntry entry = new ZipEntry(shape.id() + (extension.matches("[a-z0-9]{1,8}") ? "." + extension : ""));
        entry.setTimeLocal(FIRST_DAY);
        try (ZipOutputStream zip = new ZipOutputStream(encoded, StandardCharsets.UTF_8)) {
            zip.putNextEntry(entry);
            octets.transferTo(zip);
            zip.closeEntry();
        }
    }

    /** A file whose name ends in .zip is never unpacked by a reader, a ZIP with any other name always. */
    private Shape shape(EdxmlAttachment attachment, String type) {
        boolean named = FileProbe.extension(attachment.name()).equals("zip");
        boolean wrapped = !named && !AS_THEY_ARE.contains(type);
        return new Shape(attachment, id(attachment), wrapped ? FileProbe.ZIP : type, wrapped);
    }

    /** The same file of the same letter has the same identifier, so that a message that is fetched again has the same octets. */
    private UUID id(EdxmlAttachment attachment) {
        var metadata = letter.metadata();
        String facts = String.join(
                "\n",
                metadata.sender().code().value(),
                metadata.documentId(),
                metadata.code().display(),
                String.valueOf(metadata.promulgation().date()),
                metadata.subject(),
                attachment.index() + " " + attachment.size(),
                attachment.name());
        ByteBuffer digest = ByteBuffer.wrap(
                Sha256.of(facts.getBytes(StandardCharsets.UTF_8)).bytes());
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & ~(0xC0L << 56)) | 0x80L << 56;
        return new UUID(high, low);
    }

    private record Shape(EdxmlAttachment attachment, UUID id, String written, boolean wrapped) {

        String contentId() {
            return attachment.contentId().isEmpty() ? id.toString() : attachment.contentId();
        }
    }

    /** Ends the base64 without ending the message. */
    private static final class StaysOpen extends FilterOutputStream {

        StaysOpen(OutputStream out) {
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
