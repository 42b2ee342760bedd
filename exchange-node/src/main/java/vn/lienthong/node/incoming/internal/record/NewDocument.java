package vn.lienthong.node.incoming.internal.record;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.text.SearchText;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Facts;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Times;

/**
 * A record to be written.
 *
 * @param agency under which code it was addressed
 * @param source how it came
 * @param inboxEntry its entry; empty for papers
 * @param parcelId its parcel; empty for papers
 * @param packageSha512 digest of its package, to find doubles; empty for papers
 * @param state where it stands at the beginning
 * @param facts what it says about itself
 * @param times when it came and what is due
 */
public record NewDocument(
        AgencyCode agency,
        Source source,
        Optional<Long> inboxEntry,
        Optional<ParcelId> parcelId,
        Optional<Sha512> packageSha512,
        IncomingState state,
        Facts facts,
        Times times) {

    private static final long RANK = 100_000_000_000_000L;
    private static final int HIGHEST = 4;

    /** Most urgent first, then oldest first. */
    static long queueKey(int urgency, Instant arrivedAt) {
        return (HIGHEST - urgency) * RANK + arrivedAt.toEpochMilli();
    }

    /** The queue keys of everything urgent are below this. */
    static long ordinaryQueue() {
        return HIGHEST * RANK;
    }

    /** The same with the case folder, so that a document is found by it. */
    static String searchText(Facts facts, String folder) {
        return (searchText(facts) + " " + SearchText.indexed(folder)).strip();
    }

    static String searchText(Facts facts) {
        String subject = facts.secrecy().isStateSecret() ? "" : facts.subject();
        return SearchText.indexed(String.join(
                " ",
                facts.code().display(),
                facts.code().number(),
                facts.typeName(),
                subject,
                facts.senderName(),
                facts.senderCode(),
                facts.signerName(),
                vn.lienthong.core.document.Urgency.ofLevel(facts.urgency())
                        .map(vn.lienthong.core.document.Urgency::vietnamese)
                        .orElse("")));
    }

    @Override
    public String toString() {
        return "NewDocument[…]";
    }
}
