package vn.lienthong.node.edxml.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.edxml.EdxmlAttachment;
import vn.lienthong.core.edxml.EdxmlFault;
import vn.lienthong.core.edxml.EdxmlLetter;
import vn.lienthong.core.edxml.EdxmlRule;
import vn.lienthong.core.edxml.EdxmlStaff;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.edxml.EdxmlWriter;
import vn.lienthong.core.edxml.TraceHop;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.documents.CountingOutputStream;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.EdxmlWritten;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;

/** Writes documents of the inbox and statements in the strict form. */
@InNodeRole
@Component
class NodeEdxmlOutlet implements EdxmlOutlet {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BUFFER = 64 << 10;

    private final Inbox inbox;
    private final Dispatches dispatches;
    private final ParcelParties parcels;
    private final Parties parties;

    NodeEdxmlOutlet(Inbox inbox, Dispatches dispatches, ParcelParties parcels, Parties parties) {
        this.inbox = inbox;
        this.dispatches = dispatches;
        this.parcels = parcels;
        this.parties = parties;
    }

    @Override
    public EdxmlWritten write(Set<AgencyCode> agencies, long entryId, Optional<UUID> lease, OutputStream out)
            throws IOException {
        Optional<InboxEntry> entry = inbox.find(agencies, entryId);
        if (entry.isEmpty()) {
            return new EdxmlWritten.Absent();
        }
        PackageAccess access = lease.isPresent()
                ? inbox.open(entry.get().recipient(), entryId, lease.get())
                : inbox.look(agencies, entryId);
        return switch (access) {
            case PackageAccess.Opened opened -> write(entry.get(), opened, out);
            case PackageAccess.NotLeased() -> new EdxmlWritten.NotLeased();
            case PackageAccess.LeaseEnded() -> new EdxmlWritten.LeaseEnded();
            case PackageAccess.Absent() -> new EdxmlWritten.Absent();
        };
    }

    private static EdxmlWritten write(InboxEntry entry, PackageAccess.Opened opened, OutputStream out)
            throws IOException {
        try (OpenPackage content = opened.content()) {
            if (opened.document().metadata().secrecy().isStateSecret()) {
                return new EdxmlWritten.Unwritable(ErrorCode.SECRECY_NOT_ALLOWED);
            }
            Sha512 packageSha512 = digest(content);
            if (!packageSha512.equals(opened.packageSha512())) {
                throw new IOException("the package is no longer what was accepted");
            }
            MessageDigest digest = Sha256.digest();
            CountingOutputStream counted = new CountingOutputStream(new DigestOutputStream(out, digest));
            Optional<EdxmlFault> fault = write(entry, opened.document(), content, counted);
            return fault.<EdxmlWritten>map(found -> new EdxmlWritten.Unwritable(code(found)))
                    .orElseGet(() -> new EdxmlWritten.Written(
                            opened.parcelId(), packageSha512, Sha256.fromBytes(digest.digest()), counted.count()));
        }
    }

    private static ErrorCode code(EdxmlFault fault) {
        return fault.rule() == EdxmlRule.SECRET ? ErrorCode.SECRECY_NOT_ALLOWED : ErrorCode.FIELD_INVALID;
    }

    private static Sha512 digest(OpenPackage content) throws IOException {
        MessageDigest digest = Sha512.digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream all = content.range(0, content.size())) {
            int read = all.read(buffer);
            while (read >= 0) {
                digest.update(buffer, 0, read);
                read = all.read(buffer);
            }
        }
        return Sha512.fromBytes(digest.digest());
    }

    private static Optional<EdxmlFault> write(
            InboxEntry entry, Document document, OpenPackage content, OutputStream out) throws IOException {
        List<EdxmlAttachment> files = new ArrayList<>();
        for (Attachment file : document.attachments()) {
            files.add(new EdxmlAttachment(
                    files.size(), "", file.originalName(), file.description(), file.mediaType(), file.size(), false));
        }
        EdxmlLetter letter = new EdxmlLetter(
                named(document.metadata(), entry.parcelId().toString()),
                files,
                List.of(new TraceHop(entry.sender().value(), local(entry))),
                List.of());
        return EdxmlWriter.write(
                letter,
                file -> new PackageFile(
                        content,
                        PackageLayout.file(
                                file.index(),
                                document.attachments().get(file.index()).name())),
                out);
    }

    private static LocalDateTime local(InboxEntry entry) {
        return LocalDateTime.ofInstant(entry.receivedAt(), VIETNAM);
    }

    /** A document without an identifier goes under that of its parcel, so that what comes back finds it. */
    private static DocumentMetadata named(DocumentMetadata given, String parcel) {
        return given.documentId().isEmpty()
                ? new DocumentMetadata(
                        parcel,
                        given.sender(),
                        given.recipients(),
                        given.code(),
                        given.promulgation(),
                        given.type(),
                        given.subject(),
                        given.content(),
                        given.signer(),
                        given.dueDate(),
                        given.urgency(),
                        given.appointedTime(),
                        given.secrecy(),
                        given.toPlaces(),
                        given.responseFor(),
                        given.business(),
                        given.other())
                : given;
    }

    @Override
    public Optional<byte[]> statement(KeptStatement kept) {
        Statement statement = kept.statement();
        Known status = statement.status();
        if (status == null) {
            return Optional.empty();
        }
        StatementSubject subject = statement.subject();
        EdxmlStatus message = new EdxmlStatus(
                Organization.of(subject.from(), parties.name(subject.from())),
                target(statement),
                status.code(),
                statement.words().text(),
                LocalDateTime.ofInstant(statement.at(), VIETNAM),
                staff(statement.actor()));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            EdxmlWriter.write(message, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(octets.toByteArray());
    }

    private ResponseFor target(Statement statement) {
        StatementSubject subject = statement.subject();
        AgencyCode sender = statement.kind().isSenders() ? subject.from() : subject.to();
        AgencyCode recipient = statement.kind().isSenders() ? subject.to() : subject.from();
        Optional<DocumentMetadata> metadata = dispatches
                .document(sender, subject.parcelId())
                .or(() -> parcels.arrived(subject.parcelId(), recipient)
                        .flatMap(arrived -> inbox.document(Set.of(recipient), arrived.entryId())))
                .map(Document::metadata);
        return metadata.map(given -> new ResponseFor(
                        subject.to().value(),
                        given.code().display(),
                        named(given, subject.parcelId().toString()).documentId(),
                        given.promulgation().date()))
                .orElseGet(() -> new ResponseFor(
                        subject.to().value(), "", subject.parcelId().toString(), null));
    }

    private static EdxmlStaff staff(@Nullable StatementActor actor) {
        return actor == null ? EdxmlStaff.NONE : new EdxmlStaff(actor.unit(), "", "", "", "", "");
    }
}
