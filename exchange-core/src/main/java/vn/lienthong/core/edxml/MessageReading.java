package vn.lienthong.core.edxml;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.DocumentMetadata;

/** The reading of one message: the header is checked as soon as its envelope ends, mostly before any file has come. */
final class MessageReading implements NodeReader.HeaderListener {

    private static final Set<String> ROOTS = Set.of("edXML", "edXMLEnvelope");
    private static final Set<String> OTHER_FAMILIES = Set.of("Envelope", "message", "van-ban-qua-mang", "document");

    private @Nullable EdxmlStatus status;
    private @Nullable DocumentMetadata metadata;
    private List<TraceHop> trace = List.of();
    private List<EdxmlStaff> staff = List.of();

    private MessageReading() {}

    static EdxmlReading read(EdxmlLimits limits, MessageInput octets, AttachmentSink sink) throws IOException {
        MessageReading reading = new MessageReading();
        Node root = new NodeReader(limits, octets, sink, reading).read();
        return reading.result(root);
    }

    @Override
    public void started(Node root) throws FaultException {
        if (OTHER_FAMILIES.contains(root.name())) {
            throw new FaultException(root.name(), EdxmlRule.VARIANT);
        }
        if (!ROOTS.contains(root.name())) {
            throw new FaultException("edXML", EdxmlRule.NOT_EDXML);
        }
    }

    @Override
    public void ended(Node envelope) throws FaultException {
        if (status != null || metadata != null) {
            throw new FaultException(envelope.path(), EdxmlRule.REPEATED);
        }
        Node header = envelope.part("edXMLHeader");
        Optional<Node> block =
                header.one("Status").filter(found -> !found.children().isEmpty());
        Optional<Node> message = header.one("MessageHeader");
        if (block.isPresent()) {
            status = StatusFields.read(block.get());
        } else if (message.isEmpty()) {
            throw new FaultException("MessageHeader", EdxmlRule.NOT_EDXML);
        } else if (isStatus(message.get())) {
            status = StatusFields.read(message.get());
        } else {
            readLetter(header, message.get());
        }
    }

    /** Serialisers leave an empty code in the header of a document, which has a subject. */
    private static boolean isStatus(Node message) throws FaultException {
        Optional<Node> code = message.one("StatusCode");
        boolean said = code.isPresent() && !code.get().text().toString().isBlank();
        return said || (code.isPresent() && message.one("Subject").isEmpty());
    }

    private void readLetter(Node header, Node message) throws FaultException {
        Node list = header.part("TraceHeaderList");
        Node part = list.part("Bussiness");
        BusinessAction business = BusinessFields.read(part);
        metadata = LetterFields.read(message, business);
        trace = PartyFields.trace(list);
        staff = PartyFields.allStaff(part);
    }

    private EdxmlReading result(Node root) throws FaultException {
        if (status != null) {
            return new EdxmlReading.Status(status);
        }
        if (metadata == null) {
            throw new FaultException("edXMLEnvelope", EdxmlRule.NOT_EDXML);
        }
        Node envelope = root.is("edXMLEnvelope") ? root : root.part("edXMLEnvelope");
        List<EdxmlAttachment> files = AttachmentFields.read(root, envelope);
        return new EdxmlReading.Letter(new EdxmlLetter(metadata, files, trace, staff));
    }
}
