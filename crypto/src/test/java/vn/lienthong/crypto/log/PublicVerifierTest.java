package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Public code that others wrote, {@code golang.org/x/mod/sumdb}, accepts our log and rejects every damaged one. */
class PublicVerifierTest {

    private static final Path GO = Path.of("/usr/lib/go-1.19/bin/go");
    private static final Path SUMDB = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
    private static final Path SOURCE = Path.of("../docs/verify/logverify.go");
    private static final Path PROGRAM = Path.of("target/logverify").toAbsolutePath();

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildsTheVerifier() throws IOException, InterruptedException {
        assertThat(Files.isExecutable(GO) && Files.isDirectory(SUMDB))
                .as("this test needs: apt-get install golang-1.19-go golang-golang-x-mod-dev")
                .isTrue();
        Files.createDirectories(PROGRAM.getParent());
        ProcessBuilder build = new ProcessBuilder(GO.toString(), "build", "-o", PROGRAM.toString(), SOURCE.toString());
        build.environment()
                .putAll(Map.of(
                        "GO111MODULE",
                        "off",
                        "GOPATH",
                        "/usr/share/gocode",
                        "GOCACHE",
                        PROGRAM.resolveSibling("go-cache").toString()));
        assertThat(run(build)).isEqualTo("0 ");
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + output;
    }

    private static String verify(Path vkey, String log, List<Path> earlier) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-key", vkey.toString(), log));
        earlier.forEach(checkpoint -> command.add(checkpoint.toString()));
        return run(new ProcessBuilder(command));
    }

    private static String verify(DiskLog log) throws IOException, InterruptedException {
        return verify(log.vkey(), log.folder().toString(), List.of());
    }

    private static boolean isAccepted(String outcome) {
        return outcome.startsWith("0 OK ");
    }

    @Test
    void acceptsTheLogAtEverySizeWithItsGrowth() throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder);
        List<Path> earlier = new ArrayList<>();
        for (int size :
                new int[] {0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 1000, 65_535, 65_536, 65_537, 70_000}) {
            log.growTo(size);
            assertThat(verify(log.vkey(), log.folder().toString(), earlier)).startsWith("0 OK " + size + " entries");
            earlier.add(log.folder().resolve("checkpoint." + size));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300, 700})
    void acceptsTheLogOverHttp(int size) throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder.resolve("log").toAbsolutePath());
        log.growTo(size);
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                log.folder(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(verify(log.vkey(), url, List.of())).startsWith("0 OK " + size + " entries");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void rejectsTheLogOfAnotherKey() throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder);
        log.growTo(5);
        Files.writeString(
                log.vkey(),
                LogKeys.generate(log.keys().origin()).classical().verifierKey().text());
        assertThat(verify(log)).startsWith("1 ").contains("REJECTED");
    }

    @Test
    void rejectsEveryFlippedByteOfACheckpoint() throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder);
        log.growTo(3);
        Path checkpoint = log.folder().resolve("checkpoint");
        for (int at = 0; at < log.classicalLength(); at++) {
            rejectsFlip(log, checkpoint, at);
        }
        assertThat(isAccepted(verify(log))).isTrue();
    }

    @Test
    void rejectsFlippedBytesOfTilesAndBundles() throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder);
        log.growTo(600);
        for (Path file : log.files()) {
            int size = (int) Files.size(file);
            for (int sample = 0; sample <= 12; sample++) {
                rejectsFlip(log, file, Math.min(size - 1, sample * size / 12));
            }
        }
        assertThat(isAccepted(verify(log))).isTrue();
    }

    private static void rejectsFlip(DiskLog log, Path file, int at) throws IOException, InterruptedException {
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[at] ^= 1;
        Files.write(file, bad);
        assertThat(verify(log)).as(file + ", octet " + at).startsWith("1 ").contains("REJECTED");
        Files.write(file, good);
    }

    @Test
    void rejectsARewrittenLogThatEarlierCheckpointsContradict() throws IOException, InterruptedException {
        DiskLog log = new DiskLog(folder.resolve("one"));
        log.growTo(300);
        Path earlier = log.folder().resolve("checkpoint.300");
        log.growTo(301);
        assertThat(isAccepted(verify(log.vkey(), log.folder().toString(), List.of(earlier))))
                .isTrue();
        SignedNote forged = log.keys().sign(new TreeHead(300, MerkleHash.leaf(new byte[1])), Instant.EPOCH);
        Files.write(earlier, forged.encode());
        assertThat(isAccepted(verify(log.vkey(), log.folder().toString(), List.of(earlier))))
                .isFalse();
        Files.write(
                earlier,
                log.keys()
                        .sign(new TreeHead(302, MerkleHash.emptyRoot()), Instant.EPOCH)
                        .encode());
        assertThat(isAccepted(verify(log.vkey(), log.folder().toString(), List.of(earlier))))
                .isFalse();
    }
}
