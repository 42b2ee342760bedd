package vn.lienthong.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.PayloadDigester;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.ParcelBatchReader.IncomingParcel;

class ParcelFramesTest {

    private final RandomGenerator random = new Random(4711);
    private final Samples samples = new Samples(random);

    @Test
    void batchesSurviveTheWireUnchanged() throws IOException {
        for (int round = 0; round < 100; round++) {
            List<Parcel> parcels = parcels(random.nextInt(1, 5));
            assertThat(read(write(parcels))).isEqualTo(parcels);
        }
    }

    @Test
    void skipsWhatNobodyReadOfAPayload() throws IOException {
        ParcelBatchReader reader = new ParcelBatchReader(new ByteArrayInputStream(write(parcels(3))));
        for (int i = 0; i < 3; i++) {
            assertThat(reader.next()).get().isInstanceOf(Decoded.Value.class);
        }
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void refusesEveryBatchThatIsCutOff() throws IOException {
        byte[] batch = write(parcels(2));
        for (int length = 0; length < batch.length; length++) {
            byte[] cut = Arrays.copyOf(batch, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesOctetsAfterTheLastParcel() throws IOException {
        byte[] batch = write(parcels(1));
        byte[] longer = Arrays.copyOf(batch, batch.length + 1);
        assertThatThrownBy(() -> read(longer)).hasMessageContaining("octets after the end");
    }

    @Test
    void neverReadsAMutatedBatchAsTheSame() throws IOException {
        List<Parcel> parcels = parcels(2);
        byte[] batch = write(parcels);
        for (int i = 0; i < 1000; i++) {
            byte[] mutated = batch.clone();
            int place = random.nextInt(batch.length);
            mutated[place] = (byte) (mutated[place] ^ random.nextInt(1, 256));
            assertThat(readable(mutated)).isNotEqualTo(Optional.of(parcels));
        }
    }

    @Test
    void refusesAbsurdNumbersOfParcels() throws IOException {
        for (byte[] count : List.of(new byte[] {0, 0, 0, 0}, new byte[] {0, 0, 1, 1}, new byte[] {-1, -1, -1, -1})) {
            byte[] batch = write(parcels(1));
            System.arraycopy(count, 0, batch, 4, 4);
            assertThatThrownBy(() -> read(batch)).hasMessageContaining("number of parcels");
        }
    }

    @Test
    void uploadHeadsSurviveTheWireUnchanged() throws IOException {
        ParcelHead head = parcels(1).getFirst().head();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParcelFrames.writeUpload(head, out);
        assertThat(out.size()).isEqualTo((int) ParcelFrames.uploadLength(head));
        assertThat(ParcelBatchReader.readUpload(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(new Decoded.Value<>(head));
        assertThat(ParcelBatchReader.readUpload(new ByteArrayInputStream(write(parcels(1)))))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void refusesToWriteAPayloadOfAnotherLength() throws IOException {
        Parcel parcel = parcels(1).getFirst();
        for (int difference : List.of(-1, 1)) {
            ParcelFrames.Batch batch = ParcelFrames.writeBatch(1, new ByteArrayOutputStream());
            byte[] payload = new byte[parcel.payload().size() + difference];
            assertThatThrownBy(() -> batch.write(parcel.head(), new ByteArrayInputStream(payload)))
                    .isInstanceOf(IOException.class);
        }
    }

    private Optional<List<Parcel>> readable(byte[] batch) {
        try {
            return Optional.of(read(batch));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] write(List<Parcel> parcels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(parcels.size(), out)) {
            for (Parcel parcel : parcels) {
                batch.write(parcel.head(), parcel.payload().stream());
            }
        }
        long expected = 8
                + parcels.stream()
                        .mapToLong(parcel -> ParcelFrames.parcelLength(parcel.head()))
                        .sum();
        assertThat(out.size()).isEqualTo((int) expected);
        return out.toByteArray();
    }

    private static List<Parcel> read(byte[] batch) throws IOException {
        ParcelBatchReader reader = new ParcelBatchReader(new ByteArrayInputStream(batch));
        List<Parcel> parcels = new ArrayList<>();
        for (Optional<Decoded<IncomingParcel>> next = reader.next(); next.isPresent(); next = reader.next()) {
            switch (next.get()) {
                case Decoded.Value<IncomingParcel>(IncomingParcel parcel) ->
                    parcels.add(
                            new Parcel(parcel.head(), Octets.of(parcel.payload().readAllBytes())));
                case Decoded.Malformed<IncomingParcel>(String reason, String where) ->
                    throw new IOException(reason + where);
            }
        }
        return parcels;
    }

    private List<Parcel> parcels(int count) throws IOException {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Octets payload = samples.octets(1, 900);
            PayloadDigester digester = new PayloadDigester(PayloadDescription.SEGMENT_SIZE);
            digester.write(payload.toByteArray());
            PayloadDigester.Described described = digester.finish();
            ParcelHeader any = samples.header();
            ParcelHeader header = new ParcelHeader(
                    any.parcelId(),
                    any.suite(),
                    any.sender(),
                    any.senderNode(),
                    any.recipients(),
                    any.urgency(),
                    any.createdAt(),
                    any.expiresAt(),
                    described.description());
            parcels.add(new Parcel(
                    ParcelHead.of(header, samples.octets(1, 200), samples.octets(1, 99), described.table()), payload));
        }
        return parcels;
    }

    private record Parcel(ParcelHead head, Octets payload) {}
}
