package vn.lienthong.node.edxml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.edxml.EdxmlAttachment;
import vn.lienthong.core.edxml.EdxmlFault;
import vn.lienthong.core.edxml.EdxmlLetter;
import vn.lienthong.core.edxml.EdxmlUnwrapping;
import vn.lienthong.core.edxml.EdxmlZip;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.documents.SealingException;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlRefusal.Kind;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.platform.InNodeRole;

/** Letters become sealed dispatches; the message as it came is kept beside them. */
@InNodeRole
@Component
class Letters {

    private final Dispatches dispatches;
    private final Parties parties;
    private final SenderSide senders;
    private final FollowingActs following;
    private final Originals originals;
    private final EdxmlProperties properties;

    Letters(
            Dispatches dispatches,
            Parties parties,
            SenderSide senders,
            FollowingActs following,
            Originals originals,
            EdxmlProperties properties) {
        this.dispatches = dispatches;
        this.parties = parties;
        this.senders = senders;
        this.following = following;
        this.originals = originals;
        this.properties = properties;
    }

    /** A file as it goes into the dispatch: its number in the spool, and what it is. */
    private record Outgoing(int spooled, String name, String mediaType) {}

    EdxmlTaken take(EdxmlCall call, EdxmlLetter letter, Spool spool) throws IOException {
        DocumentMetadata metadata = letter.metadata();
        Optional<AgencyCode> sender = parties.speaker(call, metadata.sender().code());
        if (sender.isEmpty()) {
            return Refusals.senderForeign("MessageHeader/From/OrganId");
        }
        if (metadata.secrecy().isStateSecret()) {
            return Refusals.secret();
        }
        if (metadata.business().kind() == BusinessKind.RECALL) {
            return senders.recall(call, letter);
        }
        List<AgencyCode> named = named(metadata);
        List<AgencyCode> recipients = call.to().isEmpty() ? named : List.copyOf(new LinkedHashSet<>(call.to()));
        if (recipients.isEmpty()) {
            return Refusals.missing("MessageHeader/To/OrganId");
        }
        if (!named.isEmpty() && !parties.allCodes(named).containsAll(recipients)) {
            return Refusals.notNamed();
        }
        if (letter.attachments().isEmpty() && metadata.business().kind() == BusinessKind.NEW) {
            return Refusals.missing("AttachmentEncoded/Attachment");
        }
        Spool.Original original = spool.original();
        DispatchOrder order = order(call, sender.get(), recipients, metadata, original);
        return switch (dispatches.begin(order)) {
            case Submission.Open(OpenDispatch open) -> send(order, open, letter, spool, original);
            case Submission.Repeated(ParcelId parcel) -> kept(order, parcel, true, List.of(), spool, original);
            case Submission.Undeliverable(var failures) -> Refusals.recipients(failures);
            case Submission.Rejected(ErrorCode code) -> rejected(code);
        };
    }

    private static List<AgencyCode> named(DocumentMetadata metadata) {
        Set<AgencyCode> codes = new LinkedHashSet<>();
        metadata.recipients().stream().map(Organization::code).forEach(codes::add);
        return List.copyOf(codes);
    }

    private DispatchOrder order(
            EdxmlCall call,
            AgencyCode sender,
            List<AgencyCode> recipients,
            DocumentMetadata metadata,
            Spool.Original original) {
        Sha256 request = Sha256.ofParts(original.sha256().bytes(), octets(String.valueOf(recipients)));
        Sha256 key = call.idempotencyKey()
                .map(given -> Sha256.of(octets(given)))
                .orElseGet(() -> Sha256.ofParts(
                        octets("lienthong/edxml/1\0" + sender + "\0" + metadata.documentId() + "\0"
                                + metadata.code().display() + "\0"
                                + metadata.promulgation().date() + "\0"),
                        request.bytes()));
        return new DispatchOrder(
                sender, recipients, properties.partial(), Optional.empty(), metadata, key, request, call.submittedBy());
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private EdxmlTaken send(
            DispatchOrder order, OpenDispatch open, EdxmlLetter letter, Spool spool, Spool.Original original)
            throws IOException {
        try (open) {
            List<Outgoing> files = new ArrayList<>();
            for (EdxmlAttachment attachment : letter.attachments()) {
                Optional<EdxmlFault> fault = unwrap(attachment, spool, files);
                if (fault.isPresent()) {
                    return Refusals.of(fault.get());
                }
            }
            for (Outgoing file : files) {
                try (InputStream content = spool.read(file.spooled())) {
                    open.addFile(file.name(), file.mediaType(), content);
                }
            }
            return switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> kept(order, parcel, false, open.leftOut(), spool, original);
                case Completion.Repeated(ParcelId parcel) -> kept(order, parcel, true, List.of(), spool, original);
                case Completion.KeyTaken() -> Refusals.plain(Kind.KEY_TAKEN, ErrorCode.IDEMPOTENCY_CONFLICT);
            };
        } catch (SealingException e) {
            return rejected(e.code());
        }
    }

    /** The ZIP of one file that systems put around spreadsheets and pictures goes no further. */
    private Optional<EdxmlFault> unwrap(EdxmlAttachment attachment, Spool spool, List<Outgoing> files)
            throws IOException {
        Outgoing whole = new Outgoing(attachment.index(), attachment.name(), attachment.mediaType());
        if (!attachment.wrapped()) {
            files.add(whole);
            return Optional.empty();
        }
        EdxmlUnwrapping unwrapped;
        try (InputStream zip = spool.read(attachment.index());
                OutputStream file = spool.another()) {
            unwrapped = EdxmlZip.unwrap(zip, "Attachment[" + attachment.index() + "]", properties.limits(), file);
        }
        return switch (unwrapped) {
            case EdxmlUnwrapping.Unwrapped(String extension, String mediaType, long _) -> {
                files.add(new Outgoing(spool.last(), named(attachment.name(), extension), mediaType));
                yield Optional.empty();
            }
            case EdxmlUnwrapping.Kept() -> {
                files.add(whole);
                yield Optional.empty();
            }
            case EdxmlUnwrapping.Refused(EdxmlFault fault) -> Optional.of(fault);
        };
    }

    private static String named(String name, String extension) {
        return name.indexOf('.') > 0 || extension.isEmpty() ? name : name + "." + extension;
    }

    private EdxmlTaken kept(
            DispatchOrder order,
            ParcelId parcel,
            boolean repeated,
            List<vn.lienthong.core.delivery.RecipientCheck> leftOut,
            Spool spool,
            Spool.Original original) {
        if (originals.keep(parcel, original)) {
            spool.claim(original);
        }
        following.state(order, parcel);
        return new EdxmlTaken.Sent(parcel, repeated, leftOut);
    }

    private static EdxmlTaken rejected(ErrorCode code) {
        Kind kind = switch (code) {
            case IDEMPOTENCY_CONFLICT -> Kind.KEY_TAKEN;
            case SECRECY_NOT_ALLOWED -> Kind.STATE_SECRET;
            case SENDER_NOT_SERVED -> Kind.SENDER_FOREIGN;
            case TOO_LARGE, TOO_MANY_ATTACHMENTS -> Kind.TOO_LARGE;
            case RECIPIENTS_TOO_MANY, FIELD_INVALID -> Kind.NOT_EDXML;
            default -> code.retryable() ? Kind.LATER : Kind.NOT_POSSIBLE;
        };
        return kind == Kind.STATE_SECRET ? Refusals.secret() : Refusals.plain(kind, code);
    }
}
