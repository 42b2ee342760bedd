package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.TestAuthority;
import vn.lienthong.node.testing.TestDirectory;

/** The doors for other nodes (docs/protocol §5) of a running node, over its real TLS, with as many who must not come in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsIT {

    private static final AgencyCode HERE = new AgencyCode("H05.01");
    private static final byte[] NOTHING = {};
    private static final int SEGMENT = 8 << 20;

    private final Installation node = new Installation(Role.NODE, Map.of()).enrolled();
    private final InstantSource clock = InstantSource.system();
    private final Random random = new Random(20_261_122);
    private final X509Certificate recipient;
    private final ForeignNode peer;
    private final DoorClient door;
    private final DoorClient otherDoor;

    DoorsIT() throws IOException {
        node.start();
        TestDirectory directory = TestDirectory.of(node);
        directory.listSelf();
        recipient = node.get(AgencyKeys.class)
                .recipientKeys(directory.host(HERE), new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        peer = ForeignNode.listed(directory, "peer-door", "H05.11");
        ForeignNode other = ForeignNode.listed(directory, "peer-next-door", "H05.12");
        door = DoorClient.with(peer.identity().tls(), node.exchangeAddress());
        otherDoor = DoorClient.with(other.identity().tls(), node.exchangeAddress());
    }

    @AfterAll
    void stop() {
        door.close();
        otherDoor.close();
        node.close();
    }

    private ForeignNode.Parcel parcel(int size) {
        byte[] file = new byte[size];
        random.nextBytes(file);
        return peer.seal(node.get(TimeOrderedIds.class).next(), Map.of(HERE, recipient), clock, file);
    }

    private static List<TransferAnswer> answers(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return WireFormats.TRANSFER_ANSWERS.decode(response.body().getBytes(StandardCharsets.UTF_8))
                        instanceof Decoded.Value<TransferAnswers>(TransferAnswers answers)
                ? answers.answers()
                : List.of();
    }

    private static TransferAnswer answer(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return WireFormats.TRANSFER_ANSWER.decode(response.body().getBytes(StandardCharsets.UTF_8))
                        instanceof Decoded.Value<TransferAnswer>(TransferAnswer answer)
                ? answer
                : TransferAnswer.Refused.of(ErrorCode.INTERNAL, "unreadable: " + response.body());
    }

    private static void assertRefused(HttpResponse<String> response, ErrorCode code) {
        assertThat(answer(response, code.httpStatus()))
                .isInstanceOfSatisfying(
                        TransferAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static void assertOffset(HttpResponse<String> response, int status, long offset) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValueAsLong("Upload-Offset")).hasValue(offset);
    }

    @Test
    void takesABatchAndTheSameBatchAgain() throws IOException, InterruptedException {
        byte[] batch = DoorClient.framed(List.of(parcel(20_000), parcel(500)));
        HttpResponse<String> first = door.batch(batch);
        assertThat(answers(first)).hasSize(2).allMatch(TransferAnswer.Accepted.class::isInstance);
        assertThat(first.headers().firstValue(ParcelsDoor.CREDIT))
                .get()
                .asString()
                .matches("[0-9]+ [0-9]+");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answers(door.batch(batch))).hasSize(2).allMatch(TransferAnswer.AlreadyHere.class::isInstance);
    }

    @Test
    void takesWhatComesBeforeAFrameThatIsCutOff() throws IOException, InterruptedException {
        byte[] batch = DoorClient.framed(List.of(parcel(500), parcel(500), parcel(500)));
        List<TransferAnswer> given = answers(door.batch(Arrays.copyOf(batch, batch.length - 700)));
        assertThat(given.get(0)).isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(given.getLast()).isInstanceOfAny(TransferAnswer.Refused.class, TransferAnswer.RetryLater.class);
        assertThat(given).hasSize(3);
    }

    @Test
    void refusesBatchesThatAreNone() throws IOException, InterruptedException {
        byte[] sound = DoorClient.framed(List.of(parcel(100)));
        HttpResponse<String> untyped = door.send("POST", "/exchange/v1/parcels", sound);
        assertRefused(untyped, ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        assertRefused(
                door.send("POST", "/exchange/v1/parcels", sound, "Content-Type", "application/json"),
                ErrorCode.MEDIA_TYPE_UNSUPPORTED);
        for (byte[] none : List.of(
                NOTHING,
                "LTP1".getBytes(StandardCharsets.US_ASCII),
                new byte[] {'L', 'T', 'P', '1', 0, 0, 0, 0},
                new byte[] {'L', 'T', 'P', '1', 0, 0, 1, 1},
                new byte[] {'L', 'T', 'P', '1', -1, -1, -1, -1})) {
            assertRefused(door.batch(none), ErrorCode.PARCEL_MALFORMED);
        }
        byte[] otherMagic = sound.clone();
        otherMagic[3] = '2';
        byte[] hugeHeader = sound.clone();
        hugeHeader[8] = 0x7F;
        for (byte[] broken : List.of(otherMagic, hugeHeader)) {
            assertThat(answers(door.batch(broken))).singleElement().isInstanceOf(TransferAnswer.Refused.class);
        }
        assertThat(answers(door.batch(sound))).singleElement().isInstanceOf(TransferAnswer.Accepted.class);
    }

    @Test
    void takesAnUploadInPartsAndOnlyOnce() throws IOException, InterruptedException {
        ForeignNode.Parcel parcel = parcel(SEGMENT + 1000);
        byte[] payload = parcel.payload().toByteArray();
        assertRefused(door.upload("GET", parcel, NOTHING), ErrorCode.NOT_FOUND);
        assertRefused(door.upload("PATCH", parcel, payload, "Upload-Offset", "0"), ErrorCode.NOT_FOUND);
        assertOffset(door.upload("PUT", parcel, DoorClient.announcement(parcel)), 201, 0);
        assertOffset(
                door.upload("PATCH", parcel, Arrays.copyOf(payload, SEGMENT + 5), "Upload-Offset", "0"),
                204,
                SEGMENT + 5);
        assertOffset(door.upload("GET", parcel, NOTHING), 204, SEGMENT + 5);
        assertOffset(door.upload("PUT", parcel, DoorClient.announcement(parcel)), 200, SEGMENT + 5);
        byte[] rest = Arrays.copyOfRange(payload, SEGMENT + 5, payload.length);
        HttpResponse<String> misplaced = door.upload("PATCH", parcel, rest, "Upload-Offset", "5");
        assertRefused(misplaced, ErrorCode.OFFSET_CONFLICT);
        assertOffset(misplaced, 409, SEGMENT + 5);
        byte[] wrong = rest.clone();
        wrong[10] ^= 1;
        HttpResponse<String> mutilated =
                door.upload("PATCH", parcel, wrong, "Upload-Offset", Integer.toString(SEGMENT + 5));
        assertOffset(mutilated, 422, SEGMENT);
        byte[] last = Arrays.copyOfRange(payload, SEGMENT, payload.length);
        assertThat(answer(door.upload("PATCH", parcel, last, "Upload-Offset", Integer.toString(SEGMENT)), 200))
                .isInstanceOf(TransferAnswer.Accepted.class);
        assertThat(answer(door.upload("PUT", parcel, DoorClient.announcement(parcel)), 200))
                .isInstanceOf(TransferAnswer.AlreadyHere.class);
    }

    @Test
    void refusesUploadsThatAreNoneAndThoseOfOthers() throws IOException, InterruptedException {
        ForeignNode.Parcel parcel = parcel(1000);
        ForeignNode.Parcel another = parcel(1000);
        byte[] head = DoorClient.announcement(parcel);
        assertRefused(door.upload("PUT", another, head), ErrorCode.PARCEL_MALFORMED);
        for (byte[] none : List.of(NOTHING, new byte[100], Arrays.copyOf(head, head.length - 1))) {
            assertRefused(door.upload("PUT", parcel, none), ErrorCode.PARCEL_MALFORMED);
        }
        assertThat(answer(otherDoor.upload("PUT", parcel, head), 200)).isInstanceOf(TransferAnswer.Refused.class);
        assertOffset(door.upload("PUT", parcel, head), 201, 0);
        assertRefused(otherDoor.upload("GET", parcel, NOTHING), ErrorCode.NOT_FOUND);
        byte[] octets = parcel.payload().toByteArray();
        assertRefused(otherDoor.upload("PATCH", parcel, octets, "Upload-Offset", "0"), ErrorCode.NOT_FOUND);
        assertRefused(door.upload("PATCH", parcel, octets), ErrorCode.REQUEST_MALFORMED);
        for (String odd : List.of("-1", "x", "00", "0x0", "99999999999999", "")) {
            assertRefused(door.upload("PATCH", parcel, octets, "Upload-Offset", odd), ErrorCode.REQUEST_MALFORMED);
        }
        for (String path :
                List.of("x", "0198a000-0000-7000-8000-00000000000", "0198A000-0000-7000-8000-000000000001")) {
            assertRefused(door.send("GET", "/exchange/v1/uploads/" + path, NOTHING), ErrorCode.NOT_FOUND);
        }
        assertOffset(door.upload("GET", parcel, NOTHING), 204, 0);
    }

    @Test
    void refusesStatementsThatAreNone() throws IOException, InterruptedException {
        for (String none : List.of(
                "x",
                "{}",
                "{\"v\":1,\"evidences\":[{\"octets\":\"e30=\",\"signature\":\"AA==\"}]}",
                "{\"v\":2,\"evidences\":[]}",
                "{\"v\":1,\"evidences\":[],\"more\":1}")) {
            HttpResponse<String> answer =
                    door.send("POST", "/exchange/v1/evidence", none.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.body()).as(none).contains(ErrorCode.EVIDENCE_INVALID.code());
            assertThat(answer.statusCode()).isEqualTo(ErrorCode.EVIDENCE_INVALID.httpStatus());
        }
    }

    @Test
    void letsNobodyInWhomTheDirectoryDoesNotList() throws IOException {
        NodeId stranger = new NodeId("stranger");
        SigningKey unlisted = TestAuthority.identity(stranger).tls();
        SigningKey pretended = TestAuthority.identity(peer.nodeId()).tls();
        SigningKey notForConnections = peer.identity().signing();
        URI address = node.exchangeAddress();
        for (SigningKey key : List.of(unlisted, pretended, notForConnections)) {
            try (DoorClient outside = DoorClient.with(key, address)) {
                assertThatIOException().isThrownBy(() -> outside.batch(NOTHING));
            }
        }
        try (DoorClient anonymous = DoorClient.withoutCertificate(address)) {
            assertThatIOException().isThrownBy(() -> anonymous.batch(NOTHING));
        }
    }

    @Test
    void keepsTheDoorsToTheirPort() throws IOException, InterruptedException {
        byte[] batch = DoorClient.framed(List.of(parcel(100)));
        try (DoorClient front = DoorClient.with(peer.identity().tls(), node.address())) {
            assertThat(front.batch(batch).statusCode()).isEqualTo(404);
        }
        for (String path :
                List.of("/api/v1/status", "/exchange/v1/nothing", "/exchange/", "/", "/exchange/../api/v1/status")) {
            assertThat(door.send("GET", path, NOTHING).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(door.send("GET", "/exchange/v1/parcels", NOTHING).statusCode())
                .isEqualTo(405);
        assertThat(door.send("DELETE", "/exchange/v1/parcels", NOTHING).statusCode())
                .isIn(404, 405);
    }
}
