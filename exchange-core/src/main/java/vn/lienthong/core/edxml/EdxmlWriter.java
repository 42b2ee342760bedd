package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes messages of QCVN 102:2016 in the one form that every reader takes: exact prefixes, the order of the national kit, business
 * part always there, true content types, PDF, Word and ZIP files as they are and others in a ZIP of one entry. The same letter gives
 * the same octets. Memory is constant; nothing is closed.
 */
public final class EdxmlWriter {

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<edXML xmlns=\"" + XmlOut.NAMESPACE
            + "\"><edXML:edXMLEnvelope xmlns:edXML=\"" + XmlOut.NAMESPACE + "\">";
    private static final String ENVELOPE_END = "</edXML:edXMLEnvelope>";
    private static final String END = "</edXML>\n";

    private EdxmlWriter() {}

    /**
     * Writes a letter. Not carried: the appointed time of a timed express document, for which there is no element.
     *
     * @return nothing when it is written; otherwise why it cannot be (a state secret), and then nothing was written
     * @throws IOException only when a source or the target fail
     */
    public static Optional<EdxmlFault> write(EdxmlLetter letter, AttachmentSource source, OutputStream target)
            throws IOException {
        if (letter.metadata().secrecy().isStateSecret()) {
            return Optional.of(EdxmlFault.of("secrecy", EdxmlRule.SECRET));
        }
        XmlOut out = new XmlOut(target);
        AttachmentXml attachments = new AttachmentXml(out, letter, source);
        attachments.look();
        out.raw(START);
        out.element("edXMLHeader", () -> new LetterXml(out).write(letter));
        out.element("edXMLBody", attachments::manifest);
        out.raw(ENVELOPE_END);
        attachments.contents();
        out.raw(END);
        out.octets().flush();
        return Optional.empty();
    }

    /**
     * Writes a status message.
     *
     * @throws IOException only when the target fails
     */
    public static void write(EdxmlStatus status, OutputStream target) throws IOException {
        XmlOut out = new XmlOut(target);
        out.raw(START);
        out.element("edXMLHeader", () -> out.element("MessageHeader", () -> header(status, out)));
        out.raw(ENVELOPE_END);
        out.raw(END);
        out.octets().flush();
    }

    private static void header(EdxmlStatus status, XmlOut out) throws IOException {
        PartyXml parties = new PartyXml(out);
        parties.organization("From", status.from());
        parties.responseFor(status.target());
        if (!status.staff().equals(EdxmlStaff.NONE)) {
            parties.staff(status.staff());
        }
        out.text("StatusCode", status.code());
        out.text("Description", status.description());
        var at = status.timestamp();
        out.text("Timestamp", at == null ? "" : EdxmlTimes.write(at));
    }
}
