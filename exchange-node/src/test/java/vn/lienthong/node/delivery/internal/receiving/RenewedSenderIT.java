package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** A parcel may wait at its sender for longer than the sender keeps its certificates. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewedSenderIT {

    private static final AgencyCode HERE = new AgencyCode("H01.11");

    private final ParcelAcceptance acceptance;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final Map<AgencyCode, X509Certificate> recipients;

    @Autowired
    RenewedSenderIT(
            ParcelAcceptance acceptance,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock)
            throws IOException {
        this.acceptance = acceptance;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
        directory.listSelf();
        this.recipients = Map.of(
                HERE,
                keys.recipientKeys(directory.host(HERE), new SuiteId("LT-1"))
                        .getFirst()
                        .certificate());
    }

    private ForeignNode.Parcel parcel(ForeignNode sender) {
        return sender.seal(ids.next(), recipients, clock, new byte[2000]);
    }

    private TransferAnswer take(ForeignNode sender, ForeignNode.Parcel parcel) {
        return acceptance.accept(sender.nodeId(), List.of(parcel.arrived())).getFirst();
    }

    private static void assertForged(TransferAnswer answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.OUTER_SIGNATURE_INVALID));
    }

    @Test
    void acceptsParcelsThatTheirNodeSignedBeforeItRenewedItsCertificates() {
        ForeignNode first = ForeignNode.listed(directory, "sender-renewed", "H09.11");
        ForeignNode.Parcel oldest = parcel(first);
        ForeignNode second = first.renewed(directory);
        ForeignNode.Parcel older = parcel(second);
        ForeignNode third = second.renewed(directory);
        assertThat(take(third, oldest)).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(take(third, older)).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(take(third, parcel(third))).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(take(third, oldest)).isInstanceOf(TransferAnswer.AlreadyHere.class);
    }

    @Test
    void refusesParcelsByAFormerCertificateThatIsRevoked() {
        ForeignNode robbed = ForeignNode.listed(directory, "sender-robbed", "H09.12");
        ForeignNode.Parcel old = parcel(robbed);
        ForeignNode renewed = robbed.renewed(directory);
        directory.publish(List.of(new CertificateRevoked(robbed.signer(), "stolen", clock.instant())));
        assertForged(take(renewed, old));
        assertThat(take(renewed, parcel(renewed))).isInstanceOf(TransferAnswer.Accepted.class);
    }

    @Test
    void refusesParcelsByAFormerCertificateOfSomebodyElse() {
        ForeignNode honest = ForeignNode.listed(directory, "sender-honest", "H09.13");
        ForeignNode other = ForeignNode.listed(directory, "sender-other", "H09.14");
        ForeignNode borrowed = new ForeignNode(honest.identity(), other.code(), other.keys());
        ForeignNode.Parcel parcel = parcel(other);
        assertThat(honest.renewed(directory).signer()).isNotEqualTo(honest.signer());
        assertForged(acceptance
                .accept(
                        other.nodeId(),
                        List.of(borrowed.relabelled(parcel, parcel.sealed().header())))
                .getFirst());
    }

    @Test
    void refusesParcelsByTheCertificateForConnections() {
        ForeignNode node = ForeignNode.listed(directory, "sender-confused", "H09.15");
        var tls = node.identity().tls();
        var mixed = new vn.lienthong.node.keys.NodeIdentity(
                node.nodeId(), tls, tls, node.identity().authority());
        assertForged(take(node, parcel(new ForeignNode(mixed, node.code(), node.keys()))));
    }
}
