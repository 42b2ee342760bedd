package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.ArrivedParcel;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Every check of docs/protocol §6 against a real database and a real store, with everything that a hostile peer may try. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceIT {

    private static final AgencyCode HERE = new AgencyCode("H01.01");
    private static final AgencyCode HERE_TOO = new AgencyCode("H01.02");

    private final ParcelAcceptance acceptance;
    private final PayloadStore store;
    private final TestDirectory directory;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcTemplate sql;
    private final Map<AgencyCode, X509Certificate> recipients;
    private final ForeignNode peer;
    private final RandomGenerator random = new SplittableRandom(20_261_121);

    @Autowired
    AcceptanceIT(
            ParcelAcceptance acceptance,
            PayloadStore store,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcTemplate sql)
            throws java.io.IOException {
        this.acceptance = acceptance;
        this.store = store;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
        this.sql = sql;
        directory.listSelf();
        this.recipients = Map.of(
                HERE, certificate(keys, directory.host(HERE)), HERE_TOO, certificate(keys, directory.host(HERE_TOO)));
        this.peer = ForeignNode.listed(directory, "peer-a", "H09.01");
    }

    private static X509Certificate certificate(AgencyKeys keys, AgencyId agency) {
        return keys.recipientKeys(agency, new SuiteId("LT-1")).getFirst().certificate();
    }

    private ForeignNode.Parcel parcel() {
        return peer.seal(ids.next(), recipients, clock, octets(3000));
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private TransferAnswer take(ArrivedParcel parcel) {
        return acceptance.accept(peer.nodeId(), List.of(parcel)).getFirst();
    }

    private static List<Evidence> statements(List<SignedEvidence> evidences) {
        return evidences.stream()
                .map(signed -> WireFormats.EVIDENCE.decode(signed.octets().toByteArray()))
                .map(decoded -> ((Decoded.Value<Evidence>) decoded).value())
                .toList();
    }

    private int rows(String table, ForeignNode.Parcel parcel) {
        Integer count = sql.queryForObject(
                "select count(*) from " + table + " where parcel_id = unhex(replace(?, '-', ''))",
                Integer.class,
                parcel.id().toString());
        return count == null ? -1 : count;
    }

    private void assertNothingIsLeft(ForeignNode.Parcel parcel) throws java.io.IOException {
        PayloadId id = new PayloadId(parcel.id().value());
        assertThat(store.open(id)).isEmpty();
        assertThat(store.openPart(id)).isEmpty();
        assertThat(rows("inbound_parcel", parcel)).isZero();
        assertThat(rows("inbox_entry", parcel)).isZero();
    }

    private void assertRefused(ForeignNode.Parcel parcel, ArrivedParcel arrived, ErrorCode code)
            throws java.io.IOException {
        assertThat(take(arrived)).isInstanceOfSatisfying(TransferAnswer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.actor()).isEqualTo(code.actor());
        });
        assertNothingIsLeft(parcel);
    }

    @Test
    void acceptsSoundParcelWithEvidenceForEachRecipient() throws java.io.IOException {
        ForeignNode.Parcel parcel = parcel();
        assertThat(take(parcel.arrived()))
                .isInstanceOfSatisfying(
                        TransferAnswer.Accepted.class,
                        accepted -> assertThat(statements(accepted.evidences()))
                                .allMatch(evidence -> evidence.event() == EvidenceEvent.CONTENT_CONSIGNMENT)
                                .extracting(evidence -> evidence.subject().recipient())
                                .containsExactly(HERE, HERE_TOO));
        assertThat(rows("inbox_entry", parcel)).isEqualTo(2);
        assertThat(rows("evidence", parcel)).isEqualTo(2);
        assertThat(rows("document_record", parcel)).isEqualTo(1);
        assertThat(store.open(new PayloadId(parcel.id().value())))
                .isPresent()
                .get()
                .satisfies(channel -> {
                    assertThat(channel.size()).isEqualTo(parcel.payload().size());
                    channel.close();
                });
    }

    @Test
    void answersDuplicateWithTheStoredEvidence() {
        ForeignNode.Parcel parcel = parcel();
        TransferAnswer.Accepted first = (TransferAnswer.Accepted) take(parcel.arrived());
        assertThat(take(parcel.arrived())).isEqualTo(new TransferAnswer.AlreadyHere(first.evidences()));
        assertThat(rows("inbox_entry", parcel)).isEqualTo(2);
    }

    @Test
    void acceptsOnlyOneOfEightCopiesThatArriveTogether() throws InterruptedException, ExecutionException {
        ForeignNode.Parcel parcel = parcel();
        List<Future<TransferAnswer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Callable<TransferAnswer> copy :
                    java.util.Collections.<Callable<TransferAnswer>>nCopies(8, () -> take(parcel.arrived()))) {
                answers.add(threads.submit(copy));
            }
        }
        List<SignedEvidence> evidences = new ArrayList<>();
        int accepted = 0;
        for (Future<TransferAnswer> answer : answers) {
            switch (answer.get()) {
                case TransferAnswer.Accepted first -> {
                    accepted++;
                    evidences.addAll(first.evidences());
                }
                case TransferAnswer.AlreadyHere again -> evidences.addAll(again.evidences());
                case TransferAnswer.RetryLater _, TransferAnswer.Refused _ -> throw new AssertionError(answer.get());
            }
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(evidences).hasSize(16);
        assertThat(evidences.stream().distinct()).hasSize(2);
        assertThat(rows("inbound_parcel", parcel)).isEqualTo(1);
        assertThat(rows("inbox_entry", parcel)).isEqualTo(2);
    }

    @Test
    void refusesTamperedPayloadAndStatesIt() throws java.io.IOException {
        ForeignNode.Parcel parcel = parcel();
        byte[] tampered = parcel.payload().toByteArray();
        tampered[random.nextInt(tampered.length)] ^= 1;
        assertRefused(parcel, parcel.arrived(tampered), ErrorCode.PAYLOAD_TAMPERED);
        assertRefused(parcel, parcel.arrived(Arrays.copyOf(tampered, 100)), ErrorCode.PAYLOAD_TAMPERED);
        assertThat(rows("refused_parcel", parcel)).as("the same refusal again").isEqualTo(1);
        assertThat(rows("evidence", parcel)).as("one per recipient").isEqualTo(2);
    }

    @Test
    void refusesTamperedHeaderEnvelopeAndSignature() throws java.io.IOException {
        ForeignNode.Parcel parcel = parcel();
        ArrivedParcel sound = parcel.arrived();
        assertRefused(
                parcel,
                new ArrivedParcel(
                        flipped(sound.header(), 0),
                        sound.envelope(),
                        sound.signature(),
                        sound.segments(),
                        sound.payload()),
                ErrorCode.PARCEL_MALFORMED);
        assertRefused(
                parcel,
                new ArrivedParcel(
                        sound.header(),
                        flipped(sound.envelope(), sound.envelope().size() / 2),
                        sound.signature(),
                        sound.segments(),
                        sound.payload()),
                ErrorCode.OUTER_SIGNATURE_INVALID);
        assertRefused(
                parcel,
                new ArrivedParcel(
                        sound.header(),
                        sound.envelope(),
                        flipped(sound.signature(), sound.signature().size() / 2),
                        sound.segments(),
                        sound.payload()),
                ErrorCode.OUTER_SIGNATURE_INVALID);
        assertThat(rows("evidence", parcel))
                .as("nothing is stated for what nobody sent")
                .isZero();
    }

    private static Octets flipped(Octets octets, int at) {
        byte[] copy = octets.toByteArray();
        copy[at] ^= 1;
        return Octets.of(copy);
    }

    @Test
    void refusesParcelOfAnotherNode() throws java.io.IOException {
        ForeignNode thief = ForeignNode.listed(directory, "peer-thief", "H09.02");
        ForeignNode.Parcel parcel = parcel();
        assertThat(acceptance.accept(thief.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SENDER_ROUTE_MISMATCH));
        ParcelHeader stolen = with(parcel.sealed().header(), thief.nodeId(), List.of(HERE, HERE_TOO), "LT-1");
        assertThat(acceptance
                        .accept(thief.nodeId(), List.of(thief.relabelled(parcel, stolen)))
                        .getFirst())
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SENDER_ROUTE_MISMATCH));
        assertNothingIsLeft(parcel);
    }

    @Test
    void refusesParcelThatItsOwnNodeAddressedAnew() throws java.io.IOException {
        ForeignNode.Parcel parcel = peer.seal(ids.next(), Map.of(HERE, recipients.get(HERE)), clock, octets(500));
        ParcelHeader header = with(parcel.sealed().header(), peer.nodeId(), List.of(HERE, HERE_TOO), "LT-1");
        assertRefused(parcel, peer.relabelled(parcel, header), ErrorCode.ENVELOPE_REFUSED);
    }

    @Test
    void refusesUnknownSuite() throws java.io.IOException {
        ForeignNode.Parcel parcel = parcel();
        ParcelHeader header = with(parcel.sealed().header(), peer.nodeId(), List.of(HERE, HERE_TOO), "LT-77");
        assertRefused(parcel, peer.relabelled(parcel, header), ErrorCode.SUITE_UNKNOWN);
    }

    private static ParcelHeader with(ParcelHeader header, NodeId node, List<AgencyCode> recipients, String suite) {
        return new ParcelHeader(
                header.parcelId(),
                new SuiteId(suite),
                header.sender(),
                node,
                recipients,
                header.urgency(),
                header.createdAt(),
                header.expiresAt(),
                header.payload());
    }

    @Test
    void refusesParcelsOutOfTheirTime() throws java.io.IOException {
        Instant now = clock.instant();
        ForeignNode.Parcel expired = peer.seal(
                ids.next(), recipients, now.minus(Duration.ofSeconds(5)), now.minus(Duration.ofSeconds(1)), octets(9));
        assertRefused(expired, expired.arrived(), ErrorCode.PARCEL_EXPIRED);
        Instant ahead = now.plus(Duration.ofMinutes(6));
        ForeignNode.Parcel future = peer.seal(ids.next(), recipients, ahead, ahead.plus(Duration.ofDays(1)), octets(9));
        assertRefused(future, future.arrived(), ErrorCode.PARCEL_FROM_FUTURE);
    }

    @Test
    void refusesParcelForNobodyHere() throws java.io.IOException {
        ForeignNode other = ForeignNode.listed(directory, "peer-other", "H09.03");
        X509Certificate elsewhere =
                other.keys().recipientKey(new SuiteId("LT-1")).orElseThrow().certificate();
        ForeignNode.Parcel parcel = peer.seal(ids.next(), Map.of(other.code(), elsewhere), clock, octets(9));
        assertRefused(parcel, parcel.arrived(), ErrorCode.NOT_ADDRESSEE);
    }

    @Test
    void refusesSecondParcelOfTheSameIdentity() {
        ForeignNode.Parcel first = parcel();
        ForeignNode.Parcel second = peer.seal(first.id().value(), recipients, clock, octets(9));
        assertThat(take(first.arrived())).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(take(second.arrived()))
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PARCEL_ID_REUSED));
        assertThat(take(first.arrived())).isInstanceOf(TransferAnswer.AlreadyHere.class);
    }

    @Test
    void refusesRevokedNodeAtOnce() throws java.io.IOException {
        ForeignNode gone = ForeignNode.listed(directory, "peer-gone", "H09.04");
        ForeignNode.Parcel parcel = gone.seal(ids.next(), recipients, clock, octets(9));
        directory.publish(List.of(new DirectoryChange.NodeRevoked(gone.nodeId(), "thử", clock.instant())));
        assertThat(acceptance.accept(gone.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SENDING_NODE_REVOKED));
        assertNothingIsLeft(parcel);
        assertThat(rows("refused_parcel", parcel)).isEqualTo(1);
    }

    @Test
    void acceptsTheOthersOfBatchWithOneBadParcel() {
        ForeignNode.Parcel bad = parcel();
        List<TransferAnswer> answers = acceptance.accept(
                peer.nodeId(), List.of(parcel().arrived(), bad.arrived(new byte[7]), parcel().arrived()));
        assertThat(answers.get(0)).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(answers.get(1)).isInstanceOf(TransferAnswer.Refused.class);
        assertThat(answers.get(2)).isInstanceOf(TransferAnswer.Accepted.class);
    }
}
