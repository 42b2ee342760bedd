package vn.lienthong.core.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Timestamps;

/**
 * What is known about a document apart from its files: the fields of QCVN 102:2016 and of Decree 30/2020, Annex VI, and the
 * secrecy level, which edXML cannot carry.
 *
 * <p>Absent texts are empty. Never prints itself: a subject may be a secret.
 *
 * @param documentId the sender's identifier, opaque, at most 200 characters, never used alone as a key; may be empty
 * @param sender as the document names it
 * @param recipients as the document names them, at most 500
 * @param code number and notation
 * @param promulgation place and day of issue
 * @param type the name of the type decides
 * @param subject trích yếu, 1 to 2000 characters; above 500 there is a warning
 * @param content at most 2000 characters
 * @param signer who signed
 * @param dueDate deadline for the answer; null without one
 * @param urgency how urgent
 * @param appointedTime for {@link Urgency#EXPRESS_AT_HOUR}: when it must be there; null otherwise
 * @param secrecy how secret
 * @param toPlaces "Nơi nhận" as printed, together at most 5000 characters (the rule says 1000)
 * @param responseFor the documents that this one answers, at most 100
 * @param business new, recall, update or replacement
 * @param other the lesser fields
 */
public record DocumentMetadata(
        String documentId,
        Organization sender,
        List<Organization> recipients,
        DocumentCode code,
        Promulgation promulgation,
        DocumentType type,
        String subject,
        String content,
        Signer signer,
        @Nullable LocalDate dueDate,
        Urgency urgency,
        @Nullable Instant appointedTime,
        Secrecy secrecy,
        List<String> toPlaces,
        List<ResponseFor> responseFor,
        BusinessAction business,
        OtherInfo other) {

    /** The longest subject that is read. */
    public static final int MAX_SUBJECT = 2000;

    /** The longest subject by Decree 30/2020, Annex VI. */
    public static final int RULE_SUBJECT = 500;

    /** The longest "Nơi nhận" by Decree 30/2020, Annex VI. */
    public static final int RULE_TO_PLACES = 1000;

    /** The most recipients that a document names. */
    public static final int MAX_RECIPIENTS = 500;

    /** The most documents that one document answers, and the most places. */
    public static final int MAX_ENTRIES = 500;

    private static final int MAX_TO_PLACES = 5000;

    /** Checks lengths, numbers and that the appointed time fits the urgency. */
    public DocumentMetadata {
        documentId = BoundedText.line("document id", documentId, 0, 200);
        recipients = bounded("recipients", recipients);
        subject = BoundedText.lines("subject", subject, 1, MAX_SUBJECT);
        content = BoundedText.lines("content", content, 0, MAX_SUBJECT);
        dueDate = Dates.require(dueDate);
        appointedTime = appointedTime == null ? null : Timestamps.millis(appointedTime);
        toPlaces = TextLists.require("to-places", toPlaces, MAX_ENTRIES, MAX_TO_PLACES);
        responseFor = bounded("response-for", responseFor);
        if (lengthOf(toPlaces) > MAX_TO_PLACES) {
            throw new IllegalArgumentException("to-places are too long together");
        }
        if (appointedTime != null && urgency != Urgency.EXPRESS_AT_HOUR) {
            throw new IllegalArgumentException("only timed express documents have an appointed time");
        }
    }

    /** Starts a builder with what no document can lack. */
    public static DocumentMetadataBuilder builder(Organization sender, String subject) {
        return new DocumentMetadataBuilder(sender, subject);
    }

    /** Returns what is longer than the rules say, though it is accepted. */
    public List<MetadataWarning> warnings() {
        List<MetadataWarning> warnings = new ArrayList<>();
        addWhen(warnings, length(subject) > RULE_SUBJECT, MetadataWarning.SUBJECT_LONG);
        addWhen(warnings, length(content) > RULE_SUBJECT, MetadataWarning.CONTENT_LONG);
        addWhen(warnings, length(code.number()) > DocumentCode.RULE_NUMBER, MetadataWarning.NUMBER_LONG);
        addWhen(warnings, length(code.notation()) > DocumentCode.RULE_NOTATION, MetadataWarning.NOTATION_LONG);
        addWhen(warnings, lengthOf(toPlaces) > RULE_TO_PLACES, MetadataWarning.TO_PLACES_LONG);
        return List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "DocumentMetadata[…]";
    }

    private static void addWhen(List<MetadataWarning> warnings, boolean found, MetadataWarning warning) {
        if (found) {
            warnings.add(warning);
        }
    }

    private static <T> List<T> bounded(String field, List<T> values) {
        if (values.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(field + " has more than " + MAX_ENTRIES + " entries");
        }
        return List.copyOf(values);
    }

    private static int lengthOf(List<String> texts) {
        return texts.stream().mapToInt(DocumentMetadata::length).sum();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
