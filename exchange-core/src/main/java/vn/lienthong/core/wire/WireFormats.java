package vn.lienthong.core.wire;

import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryLogEntry;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.LogCommitment;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.RecipientsManifest;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.statement.Statement;

/** The codecs of the protocol, one per structure. All are immutable and safe for many threads. */
public final class WireFormats {

    /** The clear routing header of a parcel; at most 64 KiB. */
    public static final JsonCodec<ParcelHeader> PARCEL_HEADER = new JsonCodec<>(
            JsonLimits.ofOctets(ParcelHeader.MAX_OCTETS), HeaderJson::readHeader, HeaderJson::writeHeader);

    /** {@code recipients.json}: the signed list of addressees inside a package. */
    public static final JsonCodec<RecipientsManifest> RECIPIENTS = new JsonCodec<>(
            JsonLimits.ofOctets(ParcelHeader.MAX_OCTETS), HeaderJson::readRecipients, HeaderJson::writeRecipients);

    /** The octets of an evidence, which are signed and logged. */
    public static final JsonCodec<Evidence> EVIDENCE =
            new JsonCodec<>(JsonLimits.ofOctets(Evidence.MAX_OCTETS), EvidenceJson::read, EvidenceJson::write);

    /** An evidence with its signature. */
    public static final JsonCodec<SignedEvidence> SIGNED_EVIDENCE = new JsonCodec<>(
            JsonLimits.ofOctets(128 << 10).withStrings(96 << 10), EvidenceJson::readSigned, EvidenceJson::writeSigned);

    /** {@code document.json}: metadata and files of a document inside a package; at most 4 MiB. */
    public static final JsonCodec<Document> DOCUMENT =
            new JsonCodec<>(JsonLimits.ofOctets(Document.MAX_OCTETS), DocumentJson::read, DocumentJson::write);

    /** The octets of a publication of the directory, which are signed and chained; at most 8 MiB. */
    public static final JsonCodec<Publication> PUBLICATION =
            new JsonCodec<>(JsonLimits.ofOctets(Publication.MAX_OCTETS), DirectoryJson::read, DirectoryJson::write);

    /** One change of a publication: the octets of which an entry of the directory's log holds the digest; at most 1 MiB. */
    public static final JsonCodec<DirectoryChange> DIRECTORY_CHANGE =
            new JsonCodec<>(JsonLimits.ofOctets(1 << 20), DirectoryJson::readChange, DirectoryJson::writeChange);

    /** What a node tells the directory about its logs; at most 64 KiB. */
    public static final JsonCodec<NodeLogs> NODE_LOGS =
            new JsonCodec<>(JsonLimits.ofOctets(64 << 10), NodeLogsJson::readMessage, NodeLogsJson::writeMessage);

    /** An entry of the directory's log; at most 4 KiB. */
    public static final JsonCodec<DirectoryLogEntry> DIRECTORY_LOG_ENTRY =
            new JsonCodec<>(JsonLimits.ofOctets(4 << 10), DirectoryEntries::read, DirectoryEntries::write);

    /** The directory's answer with signed publications; at most 16 MiB. */
    public static final JsonCodec<PublicationPage> PUBLICATION_PAGE = new JsonCodec<>(
            JsonLimits.ofOctets(PublicationPage.MAX_OCTETS).withStrings(12 << 20),
            DirectoryJson::readPage,
            DirectoryJson::writePage);

    /** The answers to a batch of parcels; at most 16 MiB. */
    public static final JsonCodec<TransferAnswers> TRANSFER_ANSWERS = new JsonCodec<>(
            JsonLimits.ofOctets(16 << 20).withStrings(96 << 10), AnswerJson::readAnswers, AnswerJson::writeAnswers);

    /** The answer to one parcel, as given at the end of an upload; at most 16 MiB. */
    public static final JsonCodec<TransferAnswer> TRANSFER_ANSWER = new JsonCodec<>(
            JsonLimits.ofOctets(16 << 20).withStrings(96 << 10), AnswerJson::readAnswer, AnswerJson::writeAnswer);

    /** A batch of evidence; at most 16 MiB. */
    public static final JsonCodec<EvidenceBatch> EVIDENCE_BATCH = new JsonCodec<>(
            JsonLimits.ofOctets(16 << 20).withStrings(96 << 10), AnswerJson::readBatch, AnswerJson::writeBatch);

    /** What an entry of a log says of evidence and security events; at most 256 octets. */
    public static final JsonCodec<LogCommitment> LOG_COMMITMENT = new JsonCodec<>(
            JsonLimits.ofOctets(LogCommitment.MAX_OCTETS), EvidenceJson::readCommitment, EvidenceJson::writeCommitment);

    /** Receipts of evidence that the other node holds; at most 2 MiB. Answered like a batch of evidence. */
    public static final JsonCodec<ReceiptBatch> RECEIPT_BATCH = new JsonCodec<>(
            JsonLimits.ofOctets(2 << 20).withStrings(96 << 10), AnswerJson::readReceipts, AnswerJson::writeReceipts);

    /** The answers to a batch of evidence; at most 64 KiB. */
    public static final JsonCodec<EvidenceAnswers> EVIDENCE_ANSWERS = new JsonCodec<>(
            JsonLimits.ofOctets(64 << 10), AnswerJson::readEvidenceAnswers, AnswerJson::writeEvidenceAnswers);

    /** The octets of a statement of an agency, which are signed and logged; at most 16 KiB. */
    public static final JsonCodec<Statement> STATEMENT =
            new JsonCodec<>(JsonLimits.ofOctets(Statement.MAX_OCTETS), StatementJson::read, StatementJson::write);

    /** A batch of statements; at most 17 MiB. Answered like a batch of evidence. */
    public static final JsonCodec<StatementBatch> STATEMENT_BATCH = new JsonCodec<>(
            JsonLimits.ofOctets(17 << 20).withStrings(64 << 10), StatementJson::readBatch, StatementJson::writeBatch);

    /** What composer and releaser of a state secret both sign; at most 96 KiB. */
    public static final JsonCodec<ReleaseStatement> RELEASE_STATEMENT = new JsonCodec<>(
            JsonLimits.ofOctets(ReleaseStatement.MAX_OCTETS), ReleaseJson::readStatement, ReleaseJson::writeStatement);

    /** {@code approvals.json}: the statement with the signatures of two persons; at most 128 KiB. */
    public static final JsonCodec<SignedRelease> SIGNED_RELEASE = new JsonCodec<>(
            JsonLimits.ofOctets(SignedRelease.MAX_OCTETS).withStrings(SignedRelease.MAX_OCTETS),
            ReleaseJson::readSigned,
            ReleaseJson::writeSigned);

    private WireFormats() {}
}
