package vn.lienthong.core.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the many fields of {@link DocumentMetadata}; what is not set stays empty. Checked when built, not before. */
public final class DocumentMetadataBuilder {

    private final Organization sender;
    private final String subject;
    private String documentId = "";
    private List<Organization> recipients = List.of();
    private DocumentCode code = DocumentCode.NONE;
    private Promulgation promulgation = Promulgation.NONE;
    private DocumentType type = DocumentType.named("");
    private String content = "";
    private Signer signer = Signer.NONE;
    private @Nullable LocalDate dueDate;
    private Urgency urgency = Urgency.ORDINARY;
    private @Nullable Instant appointedTime;
    private Secrecy secrecy = Secrecy.ORDINARY;
    private List<String> toPlaces = List.of();
    private List<ResponseFor> responseFor = List.of();
    private BusinessAction business = BusinessAction.NEW;
    private OtherInfo other = OtherInfo.NONE;

    DocumentMetadataBuilder(Organization sender, String subject) {
        this.sender = sender;
        this.subject = subject;
    }

    /** Sets the sender's opaque identifier. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder documentId(String value) {
        this.documentId = value;
        return this;
    }

    /** Sets the recipients that the document names. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder recipients(List<Organization> value) {
        this.recipients = value;
        return this;
    }

    /** Sets number and notation. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder code(DocumentCode value) {
        this.code = value;
        return this;
    }

    /** Sets place and day of issue. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder promulgation(Promulgation value) {
        this.promulgation = value;
        return this;
    }

    /** Sets the type. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder type(DocumentType value) {
        this.type = value;
        return this;
    }

    /** Sets the content. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder content(String value) {
        this.content = value;
        return this;
    }

    /** Sets who signed. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder signer(Signer value) {
        this.signer = value;
        return this;
    }

    /** Sets the deadline for the answer; null for none. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder dueDate(@Nullable LocalDate value) {
        this.dueDate = value;
        return this;
    }

    /** Sets how urgent it is. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder urgency(Urgency value) {
        this.urgency = value;
        return this;
    }

    /** Sets when a timed express document must be there; null for no such time. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder appointedTime(@Nullable Instant value) {
        this.appointedTime = value;
        return this;
    }

    /** Sets how secret it is. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder secrecy(Secrecy value) {
        this.secrecy = value;
        return this;
    }

    /** Sets "Nơi nhận" as printed. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder toPlaces(List<String> value) {
        this.toPlaces = value;
        return this;
    }

    /** Sets the documents that this one answers. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder responseFor(List<ResponseFor> value) {
        this.responseFor = value;
        return this;
    }

    /** Sets what it does to earlier documents. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder business(BusinessAction value) {
        this.business = value;
        return this;
    }

    /** Sets the lesser fields. */
    @CanIgnoreReturnValue
    public DocumentMetadataBuilder other(OtherInfo value) {
        this.other = value;
        return this;
    }

    /**
     * Builds the metadata.
     *
     * @throws IllegalArgumentException when a field breaks its rule
     */
    public DocumentMetadata build() {
        return new DocumentMetadata(
                documentId,
                sender,
                recipients,
                code,
                promulgation,
                type,
                subject,
                content,
                signer,
                dueDate,
                urgency,
                appointedTime,
                secrecy,
                toPlaces,
                responseFor,
                business,
                other);
    }
}
