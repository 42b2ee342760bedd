package vn.lienthong.node.delivery.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.ForeignNode.Regime;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SecretsHeard;
import vn.lienthong.node.testing.TestDirectory;

/** The regime of secrets at the door of a node, with what a hostile sender or directory may try. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretAcceptanceIT {

    private static final AgencyCode HERE = new AgencyCode("H41.01");
    private static final AgencyCode HERE_TOO = new AgencyCode("H41.02");
    private static final Map<String, byte[]> FILES = Map.of("Kế hoạch mật.bin", new byte[3000]);

    private final ParcelAcceptance acceptance;
    private final PayloadStore store;
    private final TestDirectory directory;
    private final SecretsHeard heard;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcTemplate sql;
    private final Map<String, Map<AgencyCode, X509Certificate>> recipients = new HashMap<>();
    private final ForeignNode peer;

    @Autowired
    SecretAcceptanceIT(ApplicationContext beans) throws IOException {
        this.acceptance = beans.getBean(ParcelAcceptance.class);
        this.store = beans.getBean(PayloadStore.class);
        this.directory = beans.getBean(TestDirectory.class);
        this.heard = beans.getBean(SecretsHeard.class);
        this.ids = beans.getBean(TimeOrderedIds.class);
        this.clock = beans.getBean(InstantSource.class);
        this.sql = beans.getBean(JdbcTemplate.class);
        AgencyKeys keys = beans.getBean(AgencyKeys.class);
        directory.listSelf();
        var here = directory.hostStrong(HERE);
        var hereToo = directory.hostStrong(HERE_TOO);
        for (String name : List.of("LT-1", "LT-2")) {
            SuiteId suite = new SuiteId(name);
            recipients.put(
                    name,
                    Map.of(
                            HERE,
                            keys.recipientKeys(here, suite).getFirst().certificate(),
                            HERE_TOO,
                            keys.recipientKeys(hereToo, suite).getFirst().certificate()));
        }
        this.peer = ForeignNode.approved(directory, "peer-secret", "H49.01", Secrecy.SECRET);
    }

    @BeforeEach
    void approveBoth() {
        directory.approveSelf(Secrecy.SECRET);
        directory.approve(peer.identity(), Secrecy.SECRET);
    }

    private ForeignNode.Parcel parcel(Regime regime) {
        return peer.seal(
                ids.next(), recipients.getOrDefault(regime.suite().id().value(), Map.of()), clock, regime, FILES);
    }

    private TransferAnswer take(ArrivedParcel parcel) {
        return acceptance.accept(peer.nodeId(), List.of(parcel)).getFirst();
    }

    private int rows(String table, ForeignNode.Parcel parcel) {
        Integer count = sql.queryForObject(
                "select count(*) from " + table + " where parcel_id = unhex(replace(?, '-', ''))",
                Integer.class,
                parcel.id().toString());
        return count == null ? -1 : count;
    }

    private void assertRefused(ForeignNode.Parcel parcel, ErrorCode code) throws IOException {
        assertRefused(parcel, parcel.arrived(), code);
    }

    private void assertRefused(ForeignNode.Parcel parcel, ArrivedParcel arrived, ErrorCode code) throws IOException {
        assertThat(take(arrived)).isInstanceOfSatisfying(TransferAnswer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.evidences()).as("the sender gets evidence").hasSize(2);
        });
        assertThat(store.open(new PayloadId(parcel.id().value()))).isEmpty();
        assertThat(rows("inbound_parcel", parcel)).isZero();
        assertThat(rows("inbox_entry", parcel)).isZero();
        assertThat(rows("document_record", parcel)).isZero();
        assertThat(heard.told(parcel.id())).isZero();
    }

    private static Suite suite(String name) {
        return SuiteRegistry.standard()
                .find(new vn.lienthong.crypto.suite.SuiteId(name))
                .orElseThrow();
    }

    @Test
    void takesSecretAndKeepsNothingOfItButItsLevel() {
        ForeignNode.Parcel parcel = parcel(Regime.secret(Secrecy.SECRET));
        assertThat(take(parcel.arrived()))
                .isInstanceOfSatisfying(
                        TransferAnswer.Accepted.class,
                        accepted -> assertThat(accepted.evidences()).hasSize(2));
        assertThat(rows("inbox_entry", parcel)).isEqualTo(2);
        assertThat(rows("document_record", parcel)).isZero();
        assertThat(sql.queryForList(
                        "select concat(secrecy, told) from inbox_entry where parcel_id = unhex(replace(?, '-', ''))",
                        String.class,
                        parcel.id().toString()))
                .containsExactly("21", "21");
        assertThat(heard.told(parcel.id())).as("one per recipient").isEqualTo(2);
    }

    @Test
    void answersReplayWithTheStoredEvidenceAndTellsNobodyAgain() {
        ForeignNode.Parcel parcel = parcel(Regime.secret(Secrecy.CONFIDENTIAL));
        TransferAnswer.Accepted first = (TransferAnswer.Accepted) take(parcel.arrived());
        assertThat(take(parcel.arrived())).isEqualTo(new TransferAnswer.AlreadyHere(first.evidences()));
        assertThat(heard.told(parcel.id())).isEqualTo(2);
    }

    @Test
    void takesOrdinaryDocumentInTheStrongSuite() {
        Regime ordinary = new Regime(suite("LT-2"), Protection.ORDINARY, Secrecy.ORDINARY, Octets.of(new byte[0]));
        ForeignNode.Parcel parcel = parcel(ordinary);
        assertThat(take(parcel.arrived())).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(rows("document_record", parcel)).isEqualTo(1);
        assertThat(heard.told(parcel.id())).isZero();
    }

    @Test
    void refusesMarkAndProtectionThatDisagree() throws IOException {
        Octets proof = SecretsHeard.PROOF;
        assertRefused(
                parcel(new Regime(suite("LT-2"), Protection.ORDINARY, Secrecy.SECRET, proof)),
                ErrorCode.SECRECY_NOT_ALLOWED);
        assertRefused(
                parcel(new Regime(suite("LT-2"), Protection.SECRET, Secrecy.ORDINARY, proof)),
                ErrorCode.SECRECY_NOT_ALLOWED);
        assertRefused(
                parcel(new Regime(suite("LT-1"), Protection.ORDINARY, Secrecy.SECRET, proof)),
                ErrorCode.SECRECY_NOT_ALLOWED);
    }

    @Test
    void refusesDowngradeToTheUsualSuite() throws IOException {
        Suite usual = suite("LT-1");
        Suite forged = new Suite(
                usual.id(),
                usual.scheme(),
                usual.classical(),
                usual.postQuantum(),
                suite("LT-2").uses());
        ForeignNode.Parcel parcel = parcel(new Regime(forged, Protection.SECRET, Secrecy.SECRET, SecretsHeard.PROOF));
        assertRefused(parcel, ErrorCode.ENVELOPE_REFUSED);
    }

    @Test
    void refusesSuiteThatItsNodeHasStripped() throws IOException {
        ForeignNode.Parcel parcel = parcel(Regime.secret(Secrecy.SECRET));
        ParcelHeader header = parcel.sealed().header();
        ParcelHeader stripped = new ParcelHeader(
                header.parcelId(),
                new SuiteId("LT-1"),
                header.sender(),
                header.senderNode(),
                header.recipients(),
                header.urgency(),
                header.createdAt(),
                header.expiresAt(),
                header.payload());
        assertRefused(parcel, peer.relabelled(parcel, stripped), ErrorCode.ENVELOPE_REFUSED);
    }

    @Test
    void refusesLevelAboveItsOwnApproval() throws IOException {
        directory.approve(peer.identity(), Secrecy.TOP_SECRET);
        assertRefused(parcel(Regime.secret(Secrecy.TOP_SECRET)), ErrorCode.SECRECY_NOT_ALLOWED);
    }

    @Test
    void refusesSecretOnceItsOwnApprovalIsLowered() throws IOException {
        ForeignNode.Parcel onItsWay = parcel(Regime.secret(Secrecy.SECRET));
        directory.approveSelf(Secrecy.CONFIDENTIAL);
        assertRefused(onItsWay, ErrorCode.SECRECY_NOT_ALLOWED);
    }

    @Test
    void refusesSecretOfNodeThatOnlyClaimsToBeApproved() throws IOException {
        directory.approve(peer.identity(), Secrecy.CONFIDENTIAL);
        assertRefused(parcel(Regime.secret(Secrecy.SECRET)), ErrorCode.SECRECY_NOT_ALLOWED);
    }

    @Test
    void refusesSecretWithoutProofOfItsReleaseOrWithForgedOne() throws IOException {
        Regime regime = Regime.secret(Secrecy.SECRET);
        assertRefused(parcel(regime.with(Octets.of(new byte[0]))), ErrorCode.SECRECY_NOT_ALLOWED);
        assertRefused(parcel(regime.with(SecretsHeard.FORGED)), ErrorCode.SECRECY_NOT_ALLOWED);
    }

    @Test
    void refusesProofOfReleaseOnWhatIsNoSecret() throws IOException {
        for (String name : List.of("LT-1", "LT-2")) {
            Regime ordinary = new Regime(suite(name), Protection.ORDINARY, Secrecy.ORDINARY, SecretsHeard.PROOF);
            assertRefused(parcel(ordinary), ErrorCode.SECRECY_NOT_ALLOWED);
        }
    }

    private static ParcelHeader header(ParcelHeader of, ForeignNode as, List<AgencyCode> recipients) {
        return new ParcelHeader(
                of.parcelId(),
                of.suite(),
                as.code(),
                as.nodeId(),
                recipients,
                of.urgency(),
                of.createdAt(),
                of.expiresAt(),
                of.payload());
    }

    @Test
    void refusesRecipientsThatItsNodeHasAltered() throws IOException {
        for (List<AgencyCode> altered : List.of(List.of(HERE), List.of(HERE_TOO))) {
            ForeignNode.Parcel parcel = parcel(Regime.secret(Secrecy.SECRET));
            ParcelHeader header = header(parcel.sealed().header(), peer, altered);
            assertThat(take(peer.relabelled(parcel, header)))
                    .isInstanceOfSatisfying(
                            TransferAnswer.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ENVELOPE_REFUSED));
            assertThat(rows("inbound_parcel", parcel)).isZero();
        }
    }

    @Test
    void refusesSecretThatARecipientSendsOnAsItsOwnOrAsThatOfItsSender() throws IOException {
        ForeignNode other = ForeignNode.approved(directory, "peer-secret-on", "H49.03", Secrecy.SECRET);
        ForeignNode.Parcel parcel = parcel(Regime.secret(Secrecy.SECRET));
        List<AgencyCode> recipients = parcel.sealed().header().recipients();
        ArrivedParcel own = other.relabelled(parcel, header(parcel.sealed().header(), other, recipients));
        assertThat(acceptance.accept(other.nodeId(), List.of(own)).getFirst())
                .isInstanceOf(TransferAnswer.Refused.class);
        ForeignNode mask = new ForeignNode(other.identity(), peer.code(), other.keys());
        ArrivedParcel masked = other.relabelled(parcel, header(parcel.sealed().header(), mask, recipients));
        assertThat(acceptance.accept(other.nodeId(), List.of(masked)).getFirst())
                .isInstanceOf(TransferAnswer.Refused.class);
        assertThat(rows("inbound_parcel", parcel)).isZero();
        assertThat(heard.told(parcel.id())).isZero();
        assertThat(take(parcel.arrived())).as("the genuine one").isInstanceOf(TransferAnswer.Accepted.class);
    }

    @Test
    void refusesOtherContentUnderTheNameOfASecret() {
        ForeignNode.Parcel first = parcel(Regime.secret(Secrecy.SECRET));
        assertThat(take(first.arrived())).isInstanceOf(TransferAnswer.Accepted.class);
        ForeignNode.Parcel second = peer.seal(
                first.id().value(),
                recipients.getOrDefault("LT-2", Map.of()),
                clock,
                Regime.secret(Secrecy.SECRET),
                Map.of("Khác.bin", new byte[10]));
        assertThat(take(second.arrived())).isInstanceOf(TransferAnswer.Refused.class);
        assertThat(heard.told(first.id())).isEqualTo(2);
    }
}
