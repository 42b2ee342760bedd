package vn.lienthong.core.edxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Joins the manifest with the files. Every file counts, with or without its line in the manifest; a line without its file refuses
 * the message, for a file would be lost without a word.
 */
final class AttachmentFields {

    private static final String CID = "cid:";
    private static final Map<String, String> EXTENSIONS = Map.of(
            FileProbe.PDF,
            ".pdf",
            FileProbe.DOC,
            ".doc",
            FileProbe.DOCX,
            ".docx",
            FileProbe.ZIP,
            ".zip",
            "text/plain",
            ".txt",
            "image/png",
            ".png",
            "image/jpeg",
            ".jpg",
            "image/tiff",
            ".tif");

    private final List<Node> references;

    private AttachmentFields(List<Node> references) {
        this.references = references;
    }

    static List<EdxmlAttachment> read(Node root, Node envelope) throws FaultException {
        Node body = envelope.part("edXMLBody");
        List<Node> references = body.part("edXMLManifest")
                .all("Reference")
                .filter(AttachmentFields::says)
                .toList();
        List<EdxmlAttachment> files = new ArrayList<>();
        AttachmentFields fields = new AttachmentFields(references);
        for (Node node : contents(root, envelope, body)) {
            files.add(fields.attachment(node));
        }
        files.sort(Comparator.comparingInt(EdxmlAttachment::index));
        fields.requireAll(files);
        return files;
    }

    private static List<Node> contents(Node root, Node envelope, Node body) {
        return Stream.of(root, envelope, body)
                .distinct()
                .flatMap(place -> place.all("AttachmentEncoded"))
                .flatMap(list -> list.all("Attachment"))
                .filter(AttachmentFields::says)
                .toList();
    }

    /** An element without any text or file says nothing. */
    private static boolean says(Node node) {
        return node.file() != null
                || !node.text().toString().isBlank()
                || node.children().stream().anyMatch(AttachmentFields::says);
    }

    private EdxmlAttachment attachment(Node node) throws FaultException {
        FileFacts facts = node.part("ContentTransferEncoded").file();
        if (facts == null) {
            throw new FaultException(node.pathOf("ContentTransferEncoded"), EdxmlRule.FILE_MISSING);
        }
        String id = id(node);
        Node reference = reference(id, facts.index());
        String written =
                firstSaid(Fields.line(node, "AttachmentName", 500), Fields.line(reference, "AttachmentName", 500));
        FileProbe probe = facts.probe();
        String name = written.isEmpty() ? "tep-" + (facts.index() + 1) + extension(probe) : written;
        String description =
                firstSaid(Fields.line(node, "Description", 500), Fields.line(reference, "Description", 500));
        return new EdxmlAttachment(
                facts.index(), id, name, description, probe.mediaType(name), facts.size(), probe.isWrapped(name));
    }

    private static String extension(FileProbe probe) {
        return EXTENSIONS.getOrDefault(probe.mediaType(""), "");
    }

    /** The line of the manifest with the same identifier, else the one at the same position that has none. */
    private Node reference(String id, int index) throws FaultException {
        for (Node reference : references) {
            if (!id.isEmpty() && id(reference).equals(id)) {
                return reference;
            }
        }
        boolean fits = index < references.size()
                && (id.isEmpty() || id(references.get(index)).isEmpty());
        return fits ? references.get(index) : new Node("Reference", null);
    }

    private void requireAll(List<EdxmlAttachment> files) throws FaultException {
        for (int i = 0; i < references.size(); i++) {
            Node reference = references.get(i);
            String id = id(reference);
            String name = Fields.line(reference, "AttachmentName", 500);
            boolean found = files.stream()
                    .anyMatch(file -> (!id.isEmpty() && file.contentId().equals(id))
                            || (!name.isEmpty() && file.name().equals(name)));
            boolean inPlace = i < files.size()
                    && (id.isEmpty() || files.get(i).contentId().isEmpty());
            if (!found && !inPlace) {
                throw new FaultException(reference.path(), EdxmlRule.FILE_MISSING);
            }
        }
    }

    private static String id(Node node) throws FaultException {
        String id = Fields.line(node, "ContentId", 208);
        while (id.startsWith(CID)) {
            id = id.substring(CID.length()).strip();
        }
        return id;
    }

    private static String firstSaid(String first, String second) {
        return Objects.requireNonNullElse(first.isEmpty() ? second : first, "");
    }
}
