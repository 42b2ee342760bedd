package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.delivery.TransferAnswer.RetryLater;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.PayloadDigester;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.ArrivedParcel;

/** Batches from a hostile stream: whatever is in them, there is one answer per parcel or none at all. */
class BatchIntakeTest {

    private static final NodeId PEER = new NodeId("peer-a");
    private static final Instant NOW = Instant.parse("2026-11-21T08:15:30.123Z");

    private final List<Integer> groups = new ArrayList<>();

    private List<TransferAnswer> accept(NodeId from, List<ArrivedParcel> parcels) {
        groups.add(parcels.size());
        return parcels.stream()
                .<TransferAnswer>map(_ -> new RetryLater(Duration.ofSeconds(7), ErrorCode.UNAVAILABLE))
                .toList();
    }

    private List<TransferAnswer> read(byte[] octets) throws IOException {
        return new BatchIntake(PEER, this::accept).read(new ByteArrayInputStream(octets));
    }

    private static byte[] batch(int count, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] payload = new byte[size];
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(count, out)) {
            for (int i = 0; i < count; i++) {
                batch.write(head(i, payload), new ByteArrayInputStream(payload));
            }
        }
        return out.toByteArray();
    }

    private static ParcelHead head(int number, byte[] payload) {
        PayloadDigester digester = new PayloadDigester(PayloadDescription.SEGMENT_SIZE);
        digester.write(payload, 0, payload.length);
        PayloadDigester.Described described = digester.finish();
        ParcelHeader header = new ParcelHeader(
                new ParcelId(new UUID(0x0198_0000_0000_7000L + number, 0x8000_0000_0000_0000L)),
                new SuiteId("LT-1"),
                new AgencyCode("A01.02"),
                PEER,
                List.of(new AgencyCode("H01.01")),
                Urgency.ORDINARY,
                NOW,
                NOW.plusSeconds(60),
                described.description());
        return ParcelHead.of(header, Octets.of(new byte[40]), Octets.of(new byte[30]), described.table());
    }

    @Test
    void givesOneAnswerPerParcel() throws IOException {
        assertThat(read(batch(5, 1000))).hasSize(5);
        assertThat(groups).containsExactly(5);
    }

    @Test
    void acceptsInGroupsThatFitIntoMemory() throws IOException {
        assertThat(read(batch(5, 3 << 20))).hasSize(5);
        assertThat(groups).containsExactly(2, 2, 1);
    }

    @Test
    void answersWhatCameBeforeTheCut() throws IOException {
        byte[] whole = batch(4, 100);
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            groups.clear();
            List<TransferAnswer> answers = read(Arrays.copyOf(whole, random.nextInt(whole.length)));
            int complete = groups.stream().mapToInt(Integer::intValue).sum();
            assertThat(answers.size()).isIn(0, 4);
            assertThat(answers.stream()
                            .filter(TransferAnswer.Refused.class::isInstance)
                            .count())
                    .isEqualTo(answers.isEmpty() ? 0 : 1);
            assertThat(complete).isLessThan(4);
        }
    }

    @Test
    void survivesAnyFlippedBit() throws IOException {
        byte[] whole = batch(3, 50);
        Random random = new Random(43);
        for (int i = 0; i < 500; i++) {
            byte[] hostile = whole.clone();
            hostile[random.nextInt(hostile.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(read(hostile).size()).isLessThanOrEqualTo(ParcelFrames.MAX_PARCELS);
        }
    }

    @Test
    void refusesCountsOutOfRange() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[] {'L', 'T', 'P', '1', 0, 0, 0, 0})).isEmpty();
        assertThat(read(new byte[] {'L', 'T', 'P', '1', 0, 0, 1, 1})).isEmpty();
        assertThat(read(new byte[] {'L', 'T', 'P', '1', -1, -1, -1, -1})).isEmpty();
    }

    @Test
    void asksForTheParcelsBehindUnreadableOneAgain() throws IOException {
        byte[] hostile = batch(3, 100);
        hostile[12] ^= 1;
        List<TransferAnswer> answers = read(hostile);
        assertThat(answers).hasSize(3);
        assertThat(answers.getFirst()).isInstanceOf(TransferAnswer.Refused.class);
        assertThat(answers.subList(1, 3)).allMatch(RetryLater.class::isInstance);
    }
}
