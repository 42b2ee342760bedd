package vn.lienthong.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.TestDirectory;

/** Documents of another node that arrive for one agency of the node under test. */
final class ArrivedDocuments {

    private final ParcelAcceptance acceptance;
    private final Inbox inbox;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final AgencyCode recipient;
    private final X509Certificate certificate;
    private final ForeignNode sender;

    ArrivedDocuments(
            ParcelAcceptance acceptance,
            Inbox inbox,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            AgencyCode recipient)
            throws IOException {
        this.acceptance = acceptance;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
        this.recipient = recipient;
        directory.listSelf();
        this.certificate = keys.recipientKeys(directory.host(recipient), new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        this.sender = ForeignNode.listed(directory, "peer-desk", "H08.91");
    }

    /** One more; its entry. */
    long arrive() {
        ForeignNode.Parcel parcel = sender.seal(ids.next(), Map.of(recipient, certificate), clock, new byte[30_000]);
        assertThat(acceptance.accept(sender.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return inbox.all(Set.of(recipient), Long.MAX_VALUE, 200).stream()
                .filter(entry -> entry.parcelId().equals(parcel.id()))
                .mapToLong(InboxEntry::entryId)
                .findFirst()
                .orElseThrow();
    }
}
