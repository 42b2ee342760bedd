package vn.lienthong.node.desk.internal.inbox;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.evidence.StoredEvidence;

/** What REST answers about the inbox (docs/rest-api.md). */
final class InboxAnswers {

    private InboxAnswers() {}

    /** A page; {@code next} is null at the end. */
    record Page(List<Entry> entries, @Nullable Long next) {}

    /** A document that waits. */
    record Entry(
            String entryId,
            String parcelId,
            String sender,
            String senderName,
            String receivedAt,
            int urgency,
            String state,
            Dispatch.Summary document,
            long packageSize) {

        static Entry of(InboxEntry entry) {
            return new Entry(
                    Long.toString(entry.entryId()),
                    entry.parcelId().toString(),
                    entry.sender().value(),
                    entry.senderName(),
                    Timestamps.format(entry.receivedAt()),
                    entry.urgency(),
                    entry.state().name(),
                    entry.document(),
                    entry.packageSize());
        }
    }

    /** A lease with everything that one must know to take the document. */
    record Lease(
            String leaseId,
            String until,
            long packageSize,
            String packageSha512,
            List<LeasedFile> files,
            DocumentAnswer document) {

        static Lease of(LeaseAnswer.Granted granted) {
            return new Lease(
                    granted.leaseId().toString(),
                    Timestamps.format(granted.until()),
                    granted.packageSize(),
                    granted.packageSha512().hex(),
                    files(granted.document()),
                    DocumentAnswer.of(granted.document()));
        }

        private static List<LeasedFile> files(Document document) {
            List<LeasedFile> files = new ArrayList<>();
            for (Attachment file : document.attachments()) {
                files.add(new LeasedFile(
                        files.size() + 1,
                        file.name().value(),
                        file.mediaType(),
                        file.size(),
                        file.sha512().hex()));
            }
            return List.copyOf(files);
        }
    }

    /** One file of the document; numbers begin with 1. */
    record LeasedFile(int number, String name, String mediaType, long size, String sha512) {}

    /** Evidence that was just made here. */
    record Proof(
            String id,
            String event,
            String time,
            String issuerNode,
            @Nullable String recipient,
            String octets,
            String signature,
            String verification) {

        static Proof of(StoredEvidence stored) {
            Evidence evidence = stored.evidence();
            AgencyCode recipient = evidence.subject().recipient();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Proof(
                    evidence.id().toString(),
                    evidence.event().event(),
                    Timestamps.format(evidence.time()),
                    evidence.issuer().node().value(),
                    recipient == null ? null : recipient.value(),
                    base64.encodeToString(stored.signed().octets().toByteArray()),
                    base64.encodeToString(stored.signed().signature().toByteArray()),
                    "VALID");
        }
    }
}
