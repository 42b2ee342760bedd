package vn.lienthong.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every payload store promises. */
public interface PayloadStoreContract {

    /** An empty store with this quota in bytes. */
    PayloadStore store(long quota) throws IOException;

    @Test
    default void givesBackWhatWasCommitted() throws IOException {
        PayloadStore store = store(1000);
        PayloadId id = id(1);
        byte[] bytes = bytes(300);
        try (PayloadSink sink = admitted(store.create(id, 300))) {
            assertThat(sink.append(0, slice(bytes, 0, 100))).isEqualTo(new Appended.Written(100));
            assertThat(sink.append(100, slice(bytes, 100, 300))).isEqualTo(new Appended.Written(300));
            assertThat(sink.commit()).isEqualTo(300);
        }
        assertThat(read(store, id)).isEqualTo(bytes);
        assertThat(store.usedBytes()).isEqualTo(300);
    }

    @Test
    default void readsFromTheMiddle() throws IOException {
        PayloadStore store = store(1000);
        byte[] bytes = put(store, id(1), 100);
        try (SeekableByteChannel channel = store.open(id(1)).orElseThrow()) {
            ByteBuffer buffer = ByteBuffer.allocate(10);
            assertThat(channel.position(40).read(buffer)).isEqualTo(10);
            assertThat(buffer.array()).isEqualTo(Arrays.copyOfRange(bytes, 40, 50));
        }
    }

    @Test
    default void showsNothingBeforeTheCommit() throws IOException {
        PayloadStore store = store(1000);
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(sink.append(0, slice(bytes(10), 0, 10))).isEqualTo(new Appended.Written(10));
            assertThat(store.open(id(1))).isEmpty();
        }
        assertThat(store.open(id(1))).isEmpty();
    }

    @Test
    default void storesAnEmptyPayload() throws IOException {
        PayloadStore store = store(1000);
        put(store, id(1), 0);
        assertThat(read(store, id(1))).isEmpty();
    }

    @Test
    default void refusesBytesAtAnotherOffset() throws IOException {
        PayloadStore store = store(1000);
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(sink.append(5, slice(bytes(10), 0, 10))).isEqualTo(new Appended.WrongOffset(0));
            assertThat(sink.append(0, slice(bytes(10), 0, 10))).isEqualTo(new Appended.Written(10));
            assertThat(sink.append(0, slice(bytes(10), 0, 10))).isEqualTo(new Appended.WrongOffset(10));
        }
    }

    @Test
    default void refusesASecondPayloadOfTheSameName() throws IOException {
        PayloadStore store = store(1000);
        put(store, id(1), 10);
        assertThat(store.create(id(1), 0)).isEqualTo(new Admission.AlreadyStored(10));
    }

    @Test
    default void refusesASecondWriter() throws IOException {
        PayloadStore store = store(1000);
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(store.create(sink.id(), 0)).isInstanceOf(Admission.Busy.class);
            assertThat(store.resume(sink.id(), 0)).isInstanceOf(Resumption.Busy.class);
            assertThat(store.delete(sink.id())).isFalse();
        }
        admitted(store.create(id(1), 0)).close();
    }

    @Test
    default void goesOnAfterAnInterruption() throws IOException {
        PayloadStore store = store(1000);
        byte[] bytes = bytes(100);
        try (PayloadSink sink = admitted(store.create(id(1), 100))) {
            assertThat(sink.append(0, slice(bytes, 0, 60))).isEqualTo(new Appended.Written(60));
            assertThat(sink.sync()).isEqualTo(60);
        }
        assertThat(store.usedBytes()).isEqualTo(60);
        try (PayloadSink sink = resumed(store.resume(id(1), 50))) {
            assertThat(sink.size()).isEqualTo(50);
            assertThat(sink.append(50, slice(bytes, 50, 100))).isEqualTo(new Appended.Written(100));
            assertThat(sink.commit()).isEqualTo(100);
        }
        assertThat(read(store, id(1))).isEqualTo(bytes);
        assertThat(store.usedBytes()).isEqualTo(100);
    }

    @Test
    default void saysHowMuchOfAPartIsThere() throws IOException {
        PayloadStore store = store(1000);
        assertThat(store.resume(id(1), 0)).isEqualTo(new Resumption.TooShort(0));
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(sink.append(0, slice(bytes(10), 0, 10))).isEqualTo(new Appended.Written(10));
        }
        assertThat(store.resume(id(1), 11)).isEqualTo(new Resumption.TooShort(10));
        assertThat(store.resume(id(1), -1)).isEqualTo(new Resumption.TooShort(10));
    }

    @Test
    default void startsAfreshWhenNotResumed() throws IOException {
        PayloadStore store = store(1000);
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(sink.append(0, slice(bytes(70), 0, 70))).isEqualTo(new Appended.Written(70));
        }
        put(store, id(1), 10);
        assertThat(store.usedBytes()).isEqualTo(10);
    }

    @Test
    default void refusesWhatDoesNotFitBeforeAByteIsWritten() throws IOException {
        PayloadStore store = store(100);
        put(store, id(1), 60);
        assertThat(store.create(id(2), 41)).isEqualTo(new Admission.NoRoom(new Shortage(Shortage.Cause.QUOTA, 40)));
        admitted(store.create(id(3), 40)).close();
    }

    @Test
    default void countsWhatOthersReserved() throws IOException {
        PayloadStore store = store(100);
        try (PayloadSink sink = admitted(store.create(id(1), 90))) {
            assertThat(sink.size()).isZero();
            assertThat(store.create(id(2), 11)).isInstanceOf(Admission.NoRoom.class);
        }
        assertThat(store.usedBytes()).isZero();
        admitted(store.create(id(2), 11)).close();
    }

    @Test
    default void refusesToGrowBeyondTheQuotaAndKeepsWhatItHas() throws IOException {
        PayloadStore store = store(100);
        try (PayloadSink sink = admitted(store.create(id(1), 0))) {
            assertThat(sink.append(0, slice(bytes(80), 0, 80))).isEqualTo(new Appended.Written(80));
            assertThat(sink.append(80, slice(bytes(21), 0, 21)))
                    .isEqualTo(new Appended.NoRoom(new Shortage(Shortage.Cause.QUOTA, 20)));
            assertThat(sink.append(80, slice(bytes(20), 0, 20))).isEqualTo(new Appended.Written(100));
        }
    }

    @Test
    default void givesTheRoomOfDeletedAndDiscardedPayloadsBack() throws IOException {
        PayloadStore store = store(100);
        put(store, id(1), 60);
        try (PayloadSink sink = admitted(store.create(id(2), 40))) {
            assertThat(sink.append(0, slice(bytes(10), 0, 10))).isEqualTo(new Appended.Written(10));
            sink.discard();
        }
        assertThat(store.usedBytes()).isEqualTo(60);
        assertThat(store.delete(id(1))).isTrue();
        assertThat(store.delete(id(1))).isFalse();
        assertThat(store.open(id(1))).isEmpty();
        assertThat(store.usedBytes()).isZero();
    }

    @Test
    default void listsPayloadsAndPartsByAge() throws IOException {
        PayloadStore store = store(1000);
        put(store, id(1), 10);
        admitted(store.create(id(2), 0)).close();
        assertThat(older(store, Instant.EPOCH)).isEmpty();
        assertThat(older(store, Instant.MAX)).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    default void removesOnlyWhatIsOldEnoughAndSparesWhatWasTouched() throws IOException {
        PayloadStore store = store(1000);
        put(store, id(1), 10);
        Instant future = Instant.parse("2100-01-01T00:00:00Z");
        assertThat(store.deleteWrittenBefore(id(1), Instant.EPOCH)).isFalse();
        assertThat(store.touch(id(1), future)).isTrue();
        assertThat(store.deleteWrittenBefore(id(1), future)).isFalse();
        assertThat(store.deleteWrittenBefore(id(1), future.plusSeconds(1))).isTrue();
        assertThat(store.touch(id(1), future)).isFalse();
        assertThat(store.usedBytes()).isZero();
    }

    /** The payloads written before this moment. */
    static List<PayloadId> older(PayloadStore store, Instant moment) throws IOException {
        try (Stream<PayloadId> found = store.writtenBefore(moment)) {
            return found.toList();
        }
    }

    /** Stores random bytes. */
    static byte[] put(PayloadStore store, PayloadId id, int length) throws IOException {
        byte[] bytes = bytes(length);
        try (PayloadSink sink = admitted(store.create(id, length))) {
            assertThat(sink.append(0, ByteBuffer.wrap(bytes))).isEqualTo(new Appended.Written(length));
            assertThat(sink.commit()).isEqualTo(length);
        }
        return bytes;
    }

    /** The sink of an admission that must be one. */
    static PayloadSink admitted(Admission admission) {
        if (admission instanceof Admission.Admitted(PayloadSink sink)) {
            return sink;
        }
        throw new AssertionError(admission);
    }

    private static PayloadSink resumed(Resumption resumption) {
        if (resumption instanceof Resumption.Resumed(PayloadSink sink)) {
            return sink;
        }
        throw new AssertionError(resumption);
    }

    private static byte[] read(PayloadStore store, PayloadId id) throws IOException {
        try (SeekableByteChannel channel = store.open(id).orElseThrow()) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private static ByteBuffer slice(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(bytes, from, to - from);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** An identifier for tests. */
    static PayloadId id(int number) {
        return new PayloadId(new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }
}
