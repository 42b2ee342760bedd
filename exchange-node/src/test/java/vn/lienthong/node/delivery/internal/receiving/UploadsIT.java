package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.Continue;
import vn.lienthong.node.delivery.internal.receiving.UploadStep.Decided;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Large parcels over connections that break, against a real store and a real database. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadsIT {

    private static final AgencyCode HERE = new AgencyCode("H03.01");
    private static final int SEGMENT = 8 << 20;

    private final Uploads uploads;
    private final PayloadStore store;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final X509Certificate recipient;
    private final ForeignNode peer;
    private final ForeignNode other;

    @Autowired
    UploadsIT(
            Uploads uploads,
            PayloadStore store,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock)
            throws IOException {
        this.uploads = uploads;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        directory.listSelf();
        this.recipient = keys.recipientKeys(directory.host(HERE), new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        this.peer = ForeignNode.listed(directory, "peer-upload", "H07.01");
        this.other = ForeignNode.listed(directory, "peer-envious", "H07.02");
    }

    private ForeignNode.Parcel parcel(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        return peer.seal(ids.next(), Map.of(HERE, recipient), clock, file);
    }

    private static ParcelHead head(ForeignNode.Parcel parcel) {
        return new ParcelHead(
                parcel.sealed().headerOctets(),
                parcel.sealed().header(),
                parcel.sealed().envelope(),
                parcel.sealed().signature(),
                parcel.sealed().segments());
    }

    private static InputStream part(byte[] payload, int from, int to) {
        return new ByteArrayInputStream(payload, from, to - from);
    }

    /** A stream whose connection breaks at its end. */
    private static InputStream torn(InputStream before) {
        return new SequenceInputStream(before, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        });
    }

    @Test
    void goesOnAtTheVeryOctetWhereConnectionsBroke() throws IOException {
        ForeignNode.Parcel parcel = parcel(2 * SEGMENT + 12_345);
        byte[] payload = parcel.payload().toByteArray();
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isEqualTo(new Continue(0, true));
        Random random = new Random(7);
        int at = 0;
        while (at < payload.length) {
            int to = Math.min(payload.length, at + 1 + random.nextInt(5 << 20));
            UploadStep step = uploads.append(peer.nodeId(), parcel.id(), at, torn(part(payload, at, to)));
            if (to < payload.length) {
                assertThat(step).isEqualTo(new Continue(to, false));
                assertThat(uploads.position(peer.nodeId(), parcel.id())).isEqualTo(new Continue(to, false));
                assertThat(uploads.begin(peer.nodeId(), head(parcel))).isEqualTo(new Continue(to, false));
            } else {
                assertThat(step)
                        .isInstanceOfSatisfying(
                                Decided.class,
                                decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Accepted.class));
            }
            at = to;
        }
        assertThat(uploads.begin(peer.nodeId(), head(parcel)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.AlreadyHere.class));
    }

    /** As a node leaves it that is killed between the last octet and the end of the upload. */
    private void writeAllAndDie(ForeignNode.Parcel parcel, byte[] payload) throws IOException {
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isEqualTo(new Continue(0, true));
        PayloadId id = new PayloadId(parcel.id().value());
        try (PayloadSink sink = ((Admission.Admitted) store.create(id, payload.length)).sink()) {
            assertThat(sink.append(0, ByteBuffer.wrap(payload))).isInstanceOf(Appended.Written.class);
            assertThat(sink.sync()).isEqualTo(payload.length);
        }
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isEqualTo(new Continue(payload.length, false));
    }

    @Test
    void endsWhatIsCompleteAlreadyWithoutAnyOctetMore() throws IOException {
        ForeignNode.Parcel parcel = parcel(SEGMENT + 1000);
        byte[] payload = parcel.payload().toByteArray();
        writeAllAndDie(parcel, payload);
        assertThat(uploads.append(peer.nodeId(), parcel.id(), payload.length, InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Accepted.class));
    }

    @Test
    void goesBackWhenTheLastSegmentOfWhatIsCompleteIsWrong() throws IOException {
        ForeignNode.Parcel parcel = parcel(SEGMENT + 1000);
        byte[] payload = parcel.payload().toByteArray();
        byte[] wrong = payload.clone();
        wrong[payload.length - 1] ^= 1;
        writeAllAndDie(parcel, wrong);
        assertThat(uploads.append(peer.nodeId(), parcel.id(), payload.length, InputStream.nullInputStream()))
                .isEqualTo(new UploadStep.WrongSegment(SEGMENT));
        assertThat(uploads.append(peer.nodeId(), parcel.id(), SEGMENT, part(payload, SEGMENT, payload.length)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Accepted.class));
    }

    @Test
    void goesBackToTheBeginningOfWrongSegment() throws IOException {
        ForeignNode.Parcel parcel = parcel(SEGMENT + 1000);
        byte[] payload = parcel.payload().toByteArray();
        byte[] wrong = payload.clone();
        wrong[SEGMENT + 10] ^= 1;
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isInstanceOf(Continue.class);
        assertThat(uploads.append(peer.nodeId(), parcel.id(), 0, part(wrong, 0, SEGMENT + 100)))
                .isEqualTo(new Continue(SEGMENT + 100, false));
        assertThat(uploads.append(
                        peer.nodeId(), parcel.id(), SEGMENT + 100, part(wrong, SEGMENT + 100, payload.length)))
                .isEqualTo(new UploadStep.WrongSegment(SEGMENT));
        assertThat(uploads.append(peer.nodeId(), parcel.id(), SEGMENT, part(payload, SEGMENT, payload.length)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Accepted.class));
    }

    @Test
    void tellsTheRightOffset() throws IOException {
        ForeignNode.Parcel parcel = parcel(1000);
        byte[] payload = parcel.payload().toByteArray();
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isInstanceOf(Continue.class);
        assertThat(uploads.append(peer.nodeId(), parcel.id(), 5, part(payload, 5, 10)))
                .isEqualTo(new UploadStep.WrongOffset(0));
        assertThat(uploads.append(peer.nodeId(), parcel.id(), 0, part(payload, 0, 10)))
                .isEqualTo(new Continue(10, false));
        assertThat(uploads.append(peer.nodeId(), parcel.id(), 0, part(payload, 0, 10)))
                .isEqualTo(new UploadStep.WrongOffset(10));
    }

    @Test
    void letsOnlyThePeerThatBeganGoOn() throws IOException {
        ForeignNode.Parcel parcel = parcel(1000);
        assertThat(uploads.begin(peer.nodeId(), head(parcel))).isInstanceOf(Continue.class);
        assertThat(uploads.append(other.nodeId(), parcel.id(), 0, InputStream.nullInputStream()))
                .isEqualTo(new UploadStep.Rejected(ErrorCode.NOT_FOUND));
        assertThat(uploads.position(other.nodeId(), parcel.id()))
                .isEqualTo(new UploadStep.Rejected(ErrorCode.NOT_FOUND));
        assertThat(uploads.begin(other.nodeId(), head(parcel)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Refused.class));
    }

    @Test
    void leavesNothingOfRefusedUpload() throws IOException {
        ForeignNode.Parcel parcel = parcel(1000);
        byte[] payload = parcel.payload().toByteArray();
        ParcelHead sound = head(parcel);
        ParcelHead forged = new ParcelHead(
                sound.headerOctets(),
                sound.header(),
                Octets.of(Arrays.copyOf(sound.envelope().toByteArray(), 100)),
                sound.signature(),
                sound.segments());
        assertThat(uploads.begin(peer.nodeId(), forged))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.answer()).isInstanceOf(TransferAnswer.Refused.class));
        assertThat(uploads.append(peer.nodeId(), parcel.id(), 0, part(payload, 0, payload.length)))
                .isEqualTo(new UploadStep.Rejected(ErrorCode.NOT_FOUND));
        assertThat(store.openPart(new PayloadId(parcel.id().value()))).isEmpty();
    }
}
