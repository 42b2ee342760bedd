package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuringTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void findsTheLargestHeapBeforeACollection() throws Exception {
        Path log = Files.writeString(directory.resolve("gc.log"), """
            [0.01s][info][gc] Using G1
            [0.90s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->5M(256M) 3.5ms
            [1.90s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 151M->40M(256M) 3.5ms
            [2.90s][info][gc] GC(2) Pause Full (Diagnostic Command) 90M->30M(256M) 31.5ms
            """);

        assertThat(HeapLog.peakMiB(log)).hasValue(151);
    }

    @Test
    void saysNothingAboutAHeapThatWasNeverCollected() throws Exception {
        Path log = Files.writeString(directory.resolve("gc.log"), "[0.01s][info][gc] Using G1\n");

        assertThat(HeapLog.peakMiB(log)).isEmpty();
    }

    @Test
    void countsAConnectionOnceAndAlsoAfterItClosed() {
        try (WireCounter wire = WireCounter.on(List.of(65001))) {
            wire.take(List.of(
                    "ESTAB 0 0 127.0.0.1:65001 127.0.0.1:40000 ",
                    "\t cubic bytes_sent:90 bytes_acked:100 bytes_received:1000 segs_out:9",
                    "ESTAB 0 0 127.0.0.1:40000 127.0.0.1:65001 ",
                    "\t cubic bytes_acked:1000 bytes_received:100"));
            wire.take(List.of(
                    "ESTAB 0 0 [::ffff:127.0.0.1]:65001 [::ffff:127.0.0.1]:40002 ", "\t cubic bytes_received:7"));

            assertThat(wire.counted()).isEqualTo(1107);
        }
    }

    @Test
    void makesTheSameFileFromTheSameSeed() throws Exception {
        Path one = GeneratedFile.of(directory.resolve("one"), 70_000, 5).path();
        Path two = GeneratedFile.of(directory.resolve("two"), 70_000, 5).path();

        assertThat(one).hasSize(70_000).hasSameBinaryContentAs(two);
    }
}
