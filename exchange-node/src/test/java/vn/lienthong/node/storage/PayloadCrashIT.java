package vn.lienthong.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.storage.internal.FilePayloadStore;
import vn.lienthong.node.testing.ChildProcess;

class PayloadCrashIT {

    private static final int KILLED = 137;

    @TempDir
    private Path directory = Path.of("unset");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40})
    void showsOnlyCompletePayloadsAfterAKill(int stored) throws IOException, InterruptedException {
        try (ChildProcess writer = ChildProcess.start(PayloadWriter.class, List.of(), directory.toString())) {
            writer.awaitLine("stored " + stored);
            writer.kill();
        }
        assertThat(completePayloads()).isGreaterThanOrEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage.forced", "storage.renamed"})
    void isWholeWhereverTheCommitIsCutOff(String place) throws IOException, InterruptedException {
        List<String> crash = List.of("-Dlienthong.testing=true", "-Dlienthong.crash-at=" + place + ":3");
        try (ChildProcess writer = ChildProcess.start(PayloadWriter.class, crash, directory.toString())) {
            writer.awaitLine("stored 2");
            assertThat(writer.exitCode()).isEqualTo(KILLED);
        }
        assertThat(completePayloads()).isEqualTo("storage.forced".equals(place) ? 2 : 3);
    }

    @Test
    void ignoresCrashPointsOutsideTests() throws IOException, InterruptedException {
        List<String> crash = List.of("-Dlienthong.crash-at=storage.forced");
        try (ChildProcess writer = ChildProcess.start(PayloadWriter.class, crash, directory.toString())) {
            assertThat(writer.awaitLine("stored 2")).isEqualTo("stored 2");
            writer.kill();
        }
    }

    private long completePayloads() throws IOException {
        PayloadStore store = FilePayloadStore.open(directory, 1L << 40, 0, CrashPoints.none());
        long complete = 0;
        for (int number = 1; Files.exists(file(number)); number++) {
            assertThat(read(store, number)).hasSize(PayloadWriter.SIZE).containsOnly((byte) number);
            complete++;
        }
        try (Stream<Path> files = Files.find(directory, 2, (file, kind) -> kind.isRegularFile())) {
            assertThat(files.filter(file -> !directory.relativize(file).startsWith("incoming")))
                    .hasSize(Math.toIntExact(complete));
        }
        return complete;
    }

    private Path file(int number) {
        String name = PayloadStoreContract.id(number).toString();
        return directory.resolve(name.substring(name.length() - 3)).resolve(name);
    }

    private static byte[] read(PayloadStore store, int number) throws IOException {
        try (SeekableByteChannel channel =
                store.open(PayloadStoreContract.id(number)).orElseThrow()) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }
}
