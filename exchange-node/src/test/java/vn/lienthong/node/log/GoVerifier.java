package vn.lienthong.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.lienthong.node.testing.TestDirectories;

/** The program of docs/verify, built of public code that others wrote: {@code golang.org/x/mod/sumdb}. */
final class GoVerifier {

    private static final Path GO = Path.of("/usr/lib/go-1.19/bin/go");
    private static final Path SOURCE = Path.of("../docs/verify/logverify.go");
    private static final Path PROGRAM = TestDirectories.ofThisProcess().resolve("logverify");

    private GoVerifier() {}

    /** Builds it. */
    static void build() throws IOException, InterruptedException {
        assertThat(Files.isExecutable(GO))
                .as("this test needs: apt-get install golang-1.19-go golang-golang-x-mod-dev")
                .isTrue();
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

    /** Verifies a log in a directory or at an address; returns exit code and output. */
    static String verify(Path vkey, List<String> options, String log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-key", vkey.toString()));
        command.addAll(options);
        command.add(log);
        return run(new ProcessBuilder(command));
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() + " " + output;
    }
}
