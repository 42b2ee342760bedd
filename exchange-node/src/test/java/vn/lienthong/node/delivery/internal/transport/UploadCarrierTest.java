package vn.lienthong.node.delivery.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.testing.InMemoryPayloadStore;

/** What a receiver may answer to an upload, honestly or not. */
class UploadCarrierTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final NodeId TARGET = new NodeId("receiver");
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    private static final int SIZE = 100_000;

    private final HttpServer receiver;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final UploadCarrier carrier;
    private final ClaimedShipment shipment;

    /** An offset, which may be none, and a body. */
    private record Reply(int status, String offset, String body) {}

    UploadCarrierTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::handle);
        receiver.start();
        InMemoryPayloadStore store = new InMemoryPayloadStore(Long.MAX_VALUE, () -> NOW);
        byte[] payload = new byte[SIZE];
        try (PayloadSink sink = ((Admission.Admitted) store.create(new PayloadId(ID), SIZE)).sink()) {
            assertThat(sink.append(0, ByteBuffer.wrap(payload))).isNotNull();
            assertThat(sink.commit()).isEqualTo(SIZE);
        }
        URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort());
        PeerTransport peers = node -> Optional.of(new PeerTransport.Peer(node, address, http));
        carrier = new UploadCarrier(peers, store, new WireCounters(() -> NOW), kept -> {}, () -> NOW);
        shipment = new ClaimedShipment(TARGET, Lane.BULK, 0, head(payload));
    }

    private static ParcelHead head(byte[] payload) {
        SegmentTable table = new SegmentTable(Octets.of(Sha256.of(payload).bytes()));
        ParcelHeader header = new ParcelHeader(
                new ParcelId(ID),
                new SuiteId("LT-1"),
                new AgencyCode("H10.01"),
                new NodeId("sender"),
                List.of(new AgencyCode("H20.01")),
                Urgency.ORDINARY,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                new PayloadDescription(SIZE, Sha256.of(payload), PayloadDescription.SEGMENT_SIZE, table.sha256()));
        return ParcelHead.of(header, Octets.of(new byte[10]), Octets.of(new byte[10]), table);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int length = exchange.getRequestBody().readAllBytes().length;
            String offset = exchange.getRequestHeaders().getFirst("Upload-Offset");
            asked.add(exchange.getRequestMethod() + (offset == null ? "" : " " + offset + "+" + length));
            Reply reply = replies.removeFirst();
            if (!reply.offset().isEmpty()) {
                exchange.getResponseHeaders().set("Upload-Offset", reply.offset());
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            boolean bare = reply.status() == 204 || body.length == 0;
            exchange.sendResponseHeaders(reply.status(), bare ? -1 : body.length);
            if (!bare) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @CanIgnoreReturnValue
    private synchronized UploadCarrierTest says(int status, String offset) {
        replies.addLast(new Reply(status, offset, ""));
        return this;
    }

    private synchronized void decides() {
        TransferAnswer answer = new TransferAnswer.RetryLater(Duration.ofSeconds(3), ErrorCode.OVERLOADED);
        replies.addLast(
                new Reply(200, "", new String(WireFormats.TRANSFER_ANSWER.encode(answer), StandardCharsets.UTF_8)));
    }

    private Carried carry() {
        return carrier.carry(TARGET, List.of(shipment)).getFirst();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        http.shutdownNow();
    }

    @Test
    void sendsTheRestFromWhereTheReceiverStands() {
        says(201, "0").says(204, "60000").decides();
        assertThat(carry()).isInstanceOf(Carried.Answered.class);
        assertThat(asked).containsExactly("PUT", "PATCH 0+100000", "PATCH 60000+40000");
    }

    @Test
    void asksForTheDecisionWithoutAnyOctetWhenAllIsThere() {
        says(200, "100000").decides();
        assertThat(carry()).isInstanceOf(Carried.Answered.class);
        assertThat(asked).containsExactly("PUT", "PATCH 100000+0");
    }

    @Test
    void doesNotAskForEverWhenTheReceiverNeverDecides() {
        for (int i = 0; i < 10; i++) {
            says(200, "100000");
        }
        assertThat(carry()).isInstanceOf(Carried.Unanswered.class);
        assertThat(asked).hasSizeLessThan(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100001", "999999999999999999", "9999999999999999999", "-1", "x", ""})
    void doesNotFollowAReceiverToWhereNothingIs(String offset) {
        for (int i = 0; i < 10; i++) {
            says(201, offset);
        }
        assertThat(carry()).isInstanceOf(Carried.Unanswered.class);
        assertThat(asked).doesNotContain("PATCH " + offset + "+0");
    }

    @Test
    void takesWhatIsNoAnswerForNone() {
        replies.addLast(new Reply(200, "", "nonsense"));
        assertThat(carry()).isInstanceOf(Carried.Unanswered.class);
        says(500, "");
        assertThat(carry()).isInstanceOf(Carried.Unanswered.class);
    }
}
