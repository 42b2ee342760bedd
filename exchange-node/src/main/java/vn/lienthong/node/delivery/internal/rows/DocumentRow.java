package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;

/** What lists show of an ordinary document, sent or received; never a secret one. */
@Entity
@Table(name = "document_record")
public class DocumentRow {

    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(name = "parcel_id")
    private UUID parcelId = new UUID(0, 0);

    @Column(name = "document_id")
    private @Nullable String documentId;

    @Column(name = "code_number")
    private @Nullable String codeNumber;

    @Column(name = "code_notation")
    private @Nullable String codeNotation;

    @Column(name = "type_name")
    private @Nullable String typeName;

    @Column(name = "subject")
    private @Nullable String subject;

    @Column(name = "promulgated_on")
    private @Nullable LocalDate promulgatedOn;

    @Column(name = "file_count")
    private int fileCount;

    @Column(name = "document")
    private byte[] document = {};

    /** For the persistence provider. */
    protected DocumentRow() {}

    /** What may be listed of a document. */
    public DocumentRow(ParcelId parcelId, Document document, Octets octets) {
        DocumentMetadata metadata = document.metadata();
        this.parcelId = parcelId.value();
        this.documentId = metadata.documentId();
        this.codeNumber = metadata.code().number();
        this.codeNotation = metadata.code().notation();
        this.typeName = metadata.type().name();
        this.subject = metadata.subject();
        this.promulgatedOn = metadata.promulgation().date();
        this.fileCount = document.attachments().size();
        this.document = octets.toByteArray();
    }

    /** Returns {@code document.json}. */
    public byte[] document() {
        return document.clone();
    }
}
