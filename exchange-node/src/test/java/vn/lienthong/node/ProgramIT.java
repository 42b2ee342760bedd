package vn.lienthong.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;
import vn.lienthong.node.testing.ChildProcess;
import vn.lienthong.node.testing.TestDirectories;

/** The program as its operator knows it: command line, embedded database, signals. */
class ProgramIT {

    private static final int TERMINATED = 143;

    @Test
    void saysHowFarItIsRefusesASecondProcessAndEndsWhenAsked() throws IOException, InterruptedException {
        Path data = TestDirectories.fresh("program");
        try (ChildProcess program = program("directory", data)) {
            assertThat(program.awaitLine("database ready"))
                    .matches("\\d\\d:\\d\\d(:\\d\\d)? embedded database ready .* in \\d+\\.\\d s");
            assertThat(program.awaitLine("ports open")).contains("exchange");
            assertThat(program.awaitLine("ready in")).isNotEmpty();
            assertRefusedBeside(data);
            program.terminate();
            assertThat(program.awaitLine("stopping")).isNotEmpty();
            assertThat(program.exitCode()).isEqualTo(TERMINATED);
        }
        assertThat(data.resolve("db/data/mariadbd.pid")).doesNotExist();
        assertLogIsForMachines(data.resolve("logs/lienthong.json"));
    }

    @Test
    void startsAgainAfterAKill() throws IOException, InterruptedException {
        Path data = TestDirectories.fresh("program-killed");
        try (ChildProcess program = program("directory", data)) {
            assertThat(program.awaitLine("ready in")).isNotEmpty();
            program.kill();
        }
        try (ChildProcess program = program("directory", data)) {
            assertThat(program.awaitLine("ready in")).isNotEmpty();
            program.terminate();
            assertThat(program.exitCode()).isEqualTo(TERMINATED);
        }
    }

    private static void assertRefusedBeside(Path data) throws IOException, InterruptedException {
        try (ChildProcess second = program("directory", data)) {
            assertThat(second.awaitLine("Cannot start")).contains("another Liên thông process");
            assertThat(second.exitCode()).isEqualTo(3);
        }
    }

    private static void assertLogIsForMachines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JsonParserFactory.getJsonParser().parseMap(line))
                        .containsKey("@timestamp"));
    }

    private static ChildProcess program(String role, Path data) throws IOException {
        return ChildProcess.start(
                LienthongApplication.class,
                List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"),
                role,
                "--data=" + data,
                "--address=127.0.0.1",
                "--port=0",
                "--exchange-port=0");
    }
}
