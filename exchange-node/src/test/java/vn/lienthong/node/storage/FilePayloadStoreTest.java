package vn.lienthong.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.internal.FilePayloadStore;

class FilePayloadStoreTest implements PayloadStoreContract {

    @TempDir
    private Path directory = Path.of("unset");

    @Override
    public PayloadStore store(long quota) throws IOException {
        return FilePayloadStore.open(directory, quota, 0, CrashPoints.none());
    }

    @Test
    void findsItsPayloadsAndTheirSizeAgainAfterARestart() throws IOException {
        PayloadStoreContract.put(store(100), PayloadStoreContract.id(1), 40);
        try (PayloadSink sink = PayloadStoreContract.admitted(store(100).create(PayloadStoreContract.id(2), 0))) {
            assertThat(sink.append(0, ByteBuffer.allocate(5))).isEqualTo(new Appended.Written(5));
        }
        PayloadStore again = store(100);
        assertThat(again.usedBytes()).isEqualTo(45);
        assertThat(again.open(PayloadStoreContract.id(1))).hasValueSatisfying(FilePayloadStoreTest::closes);
        assertThat(again.open(PayloadStoreContract.id(2))).isEmpty();
        assertThat(again.resume(PayloadStoreContract.id(2), 6)).isEqualTo(new Resumption.TooShort(5));
    }

    private static void closes(AutoCloseable channel) {
        assertThat(channel).satisfies(AutoCloseable::close);
    }

    @Test
    void keepsTheReserveOfTheDiskFree() throws IOException {
        PayloadStore full = FilePayloadStore.open(directory, Long.MAX_VALUE, Long.MAX_VALUE, CrashPoints.none());
        assertThat(full.create(PayloadStoreContract.id(1), 1))
                .isEqualTo(new Admission.NoRoom(new Shortage(Shortage.Cause.DISK, 0)));
    }

    @Test
    void spreadsPayloadsOverDirectories() throws IOException {
        PayloadStore store = store(10_000);
        for (int number = 0; number < 50; number++) {
            PayloadStoreContract.put(store, PayloadStoreContract.id(number), 1);
        }
        try (Stream<Path> shards = Files.list(directory)) {
            assertThat(shards).hasSize(51);
        }
    }

    @Test
    void leavesFilesAloneThatAreNotItsOwn() throws IOException {
        PayloadStore store = store(1000);
        Path foreign = Files.writeString(directory.resolve("incoming/README"), "not a payload");
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));
        assertThat(PayloadStoreContract.older(store, Instant.MAX)).isEmpty();
    }
}
