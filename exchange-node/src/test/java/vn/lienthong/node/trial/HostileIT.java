package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Problem;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.client.Submission;
import vn.lienthong.node.testing.TestAuthority;

/** Nodes that are enrolled and act in bad faith, and strangers: refused with the right code, visible, and nothing is stored. */
class HostileIT {

    private static final String GAMMA = "gamma";

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;
    private static NodeUnderTest gamma;
    private static URI beta;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        gamma = exchange.join(GAMMA, List.of("H30.01"));
        exchange.awaitWhole();
        sender = exchange.alpha().agency("H10.01");
        beta = exchange.beta().exchange();
    }

    @AfterAll
    static void sendAway() throws IOException {
        exchange.beta().line().heal();
        exchange.expel(GAMMA);
        gamma.close();
    }

    @Test
    void refusesWhatAnEnrolledNodeDoesWithSomebodyElsesParcel() throws IOException, SQLException {
        CapturedParcel parcel = deliver("forward-1");
        ParcelHeader readdressed = parcel.readdressed(gamma, "H30.01", "H20.02");
        ParcelHeader renamed = CapturedParcel.renamed(readdressed);
        ParcelHeader stolen = CapturedParcel.renamed(parcel.head().header());
        try (RawPeer hostile = RawPeer.withKeysOf(gamma)) {
            assertRefused(hostile.send(beta, parcel.head(), parcel.payload()), ErrorCode.SENDER_ROUTE_MISMATCH);
            assertRefused(
                    hostile.send(beta, hostile.sign(readdressed, parcel.head()), parcel.payload()),
                    ErrorCode.PARCEL_ID_REUSED);
            assertRefused(
                    hostile.send(beta, hostile.sign(renamed, parcel.head()), parcel.payload()),
                    ErrorCode.ENVELOPE_REFUSED);
            assertRefused(
                    hostile.send(beta, hostile.sign(stolen, parcel.head()), parcel.payload()),
                    ErrorCode.SENDER_ROUTE_MISMATCH);
        }
        assertVisible(GAMMA, ErrorCode.SENDER_ROUTE_MISMATCH, ErrorCode.PARCEL_ID_REUSED, ErrorCode.ENVELOPE_REFUSED);
        assertStored(parcel.head().header().parcelId().toString(), 1);
        assertStored(renamed.parcelId().toString(), 0);
        assertStored(stolen.parcelId().toString(), 0);
    }

    @Test
    void refusesOtherContentUnderAUsedIdentifierAndAnswersARepetitionAsBefore() throws IOException, SQLException {
        CapturedParcel parcel = deliver("replay-1");
        String id = parcel.head().header().parcelId().toString();
        try (RawPeer impostor = RawPeer.withKeysOf(exchange.alpha())) {
            RawPeer.Reply repeated = impostor.send(beta, parcel.head(), parcel.payload());
            assertThat(repeated.answer()).isInstanceOf(TransferAnswer.AlreadyHere.class);
            assertRefused(
                    impostor.send(beta, impostor.sign(parcel.later(), parcel.head()), parcel.payload()),
                    ErrorCode.PARCEL_ID_REUSED);
            assertRefused(
                    impostor.send(beta, parcel.tamperedHeader(), parcel.payload()), ErrorCode.OUTER_SIGNATURE_INVALID);
        }
        assertVisible("alpha", ErrorCode.PARCEL_ID_REUSED, ErrorCode.OUTER_SIGNATURE_INVALID);
        assertStored(id, 1);
        try (NodeTables tables = exchange.beta().tables()) {
            String consigned = "select count(*) from evidence where event = 'ContentConsignment'"
                    + " and parcel_id = unhex(replace(?, '-', ''))";
            assertThat(tables.number(consigned, id)).isEqualTo(1);
        }
    }

    @Test
    void refusesTamperedOctetsAndStillTakesTheGenuineParcelAfterwards() throws IOException, SQLException {
        exchange.beta().line().fallSilent();
        Dispatch dispatch = sender.submit(letter("tamper-1", "H20.01"));
        CapturedParcel parcel = CapturedParcel.from(exchange.alpha(), dispatch.parcelId());
        ParcelHeader renamed = CapturedParcel.renamed(parcel.head().header());
        try (RawPeer impostor = RawPeer.withKeysOf(exchange.alpha())) {
            ParcelHead other = impostor.sign(renamed, parcel.head());
            assertRefused(impostor.send(beta, other, parcel.tamperedPayload()), ErrorCode.PAYLOAD_TAMPERED);
            assertRefused(impostor.send(beta, other, parcel.payload()), ErrorCode.ENVELOPE_REFUSED);
        }
        assertVisible("alpha", ErrorCode.PAYLOAD_TAMPERED, ErrorCode.ENVELOPE_REFUSED);
        assertStored(renamed.parcelId().toString(), 0);
        assertStored(dispatch.parcelId(), 0);
        exchange.beta().line().heal();
        assertThat(sender.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(1);
        assertStored(dispatch.parcelId(), 1);
    }

    @Test
    void refusesAtANodeThatIsNotAddressedAndStrangersBeforeTheyAreHeard() throws IOException, SQLException {
        CapturedParcel parcel = deliver("elsewhere-1");
        try (RawPeer impostor = RawPeer.withKeysOf(exchange.alpha())) {
            assertRefused(impostor.send(gamma.exchange(), parcel.head(), parcel.payload()), ErrorCode.NOT_ADDRESSEE);
        }
        assertThat(gamma.payloads()).isEmpty();
        try (NodeTables tables = gamma.tables()) {
            assertThat(tables.texts("select code from refused_parcel")).contains(ErrorCode.NOT_ADDRESSEE.code());
            assertThat(tables.number("select count(*) from inbound_parcel")).isZero();
        }
        try (RawPeer stranger = RawPeer.stranger(TestAuthority.identity(new NodeId("alpha")))) {
            assertThatIOException().isThrownBy(() -> stranger.send(beta, parcel.head(), parcel.payload()));
        }
    }

    @Test
    void refusesARevokedNodeOnTheConnectionThatItHasOpen() throws IOException, SQLException, RefusedException {
        NodeUnderTest delta = exchange.join("delta", List.of("H40.01"));
        try {
            exchange.awaitWhole();
            CapturedParcel parcel = deliver("revoked-1");
            URI line = exchange.beta().line().address();
            try (RawPeer revoked = RawPeer.withKeysOf(delta)) {
                assertRefused(revoked.send(line, parcel.head(), parcel.payload()), ErrorCode.SENDER_ROUTE_MISMATCH);
                int connections = exchange.beta().line().connections();
                revoke("delta");
                Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
                RawPeer.Reply reply = revoked.send(line, parcel.head(), parcel.payload());
                while (reply.status() == 200 && deadline.rest()) {
                    reply = revoked.send(line, parcel.head(), parcel.payload());
                }
                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.code()).isEqualTo(ErrorCode.NODE_NOT_AUTHENTICATED.code());
                assertThat(exchange.beta().line().connections()).isEqualTo(connections);
            }
            assertThat(codes("from_node is null")).contains(ErrorCode.NODE_NOT_AUTHENTICATED.code());
            Problem problem = refusalOnceKnown("H40.01");
            assertThat(problem.faults())
                    .extracting(Problem.Fault::code)
                    .containsExactly(ErrorCode.RECIPIENT_NODE_REVOKED.code());
        } finally {
            exchange.expel("delta");
            delta.close();
        }
    }

    private static Problem refusalOnceKnown(String code) throws IOException {
        return sender.refusal(letter("revoked-2", code));
    }

    private static void revoke(String node) throws IOException, RefusedException {
        try (DirectoryClient administration = exchange.administration()) {
            assertThat(administration.revokeNode(node, "thử thu hồi").orThrow().sequence())
                    .isPositive();
        }
    }

    private static CapturedParcel deliver(String key) throws IOException, SQLException {
        Dispatch dispatch = sender.submit(letter(key, "H20.01"));
        assertThat(sender.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(1);
        return CapturedParcel.from(exchange.alpha(), dispatch.parcelId());
    }

    private static Submission letter(String key, String recipient) throws IOException {
        AttachedFile file = GeneratedFile.of(exchange.work("hostile").resolve("letter.bin"), 30 << 10, key.hashCode());
        return AgencyUnderTest.letter(key, List.of(recipient), 1, "Văn bản " + key, file);
    }

    private static void assertRefused(RawPeer.Reply reply, ErrorCode code) {
        assertThat(reply.code()).isEqualTo(code.code());
    }

    private static void assertVisible(String peer, ErrorCode... codes) throws IOException, SQLException {
        String log = Files.readString(exchange.beta().server().data().resolve("logs/lienthong.json"));
        for (ErrorCode code : codes) {
            assertThat(codes("from_node = '" + peer + "'")).contains(code.code());
            assertThat(log.lines().filter(line -> line.contains(code.code()))).isNotEmpty();
        }
    }

    private static List<String> codes(String condition) throws IOException, SQLException {
        try (NodeTables tables = exchange.beta().tables()) {
            return tables.texts("select distinct code from refused_parcel where " + condition);
        }
    }

    private static void assertStored(String parcelId, int times) throws IOException, SQLException {
        String parcel = " where parcel_id = unhex(replace(?, '-', ''))";
        try (NodeTables tables = exchange.beta().tables()) {
            assertThat(tables.number("select count(*) from inbound_parcel" + parcel, parcelId))
                    .isEqualTo(times);
            assertThat(tables.number("select count(*) from inbox_entry" + parcel, parcelId))
                    .isEqualTo(times);
        }
        assertThat(exchange.beta().payloads().stream()
                        .filter(file -> file.getFileName().toString().contains(parcelId)))
                .hasSize(times);
    }
}
