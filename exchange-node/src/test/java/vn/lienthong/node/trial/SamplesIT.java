package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What integrators copy from {@code docs/samples} works against a node that runs, with nothing but the language itself. */
class SamplesIT {

    private static final Path SAMPLES = Path.of("..", "docs", "samples").toAbsolutePath();
    private static final String SENDER = "H99.07";
    private static final String RECIPIENT = "A45.01";
    private static final int PATIENCE_SECONDS = 90;

    static Stream<List<String>> samples() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                List.of(java, "-Dstdout.encoding=UTF-8", "java/LienThong.java"),
                List.of("php", "php/lienthong.php"),
                List.of("node", "node/lienthong.mjs"),
                List.of("python3", "python/lienthong.py"),
                List.of("sh", "curl/lienthong.sh"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sendsFollowsReceivesAndFindsReceipts(List<String> sample) throws IOException, StepFailedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        Path folder = Files.createTempDirectory(sandbox.work(), "sample-");
        Path letter = Files.writeString(folder.resolve("công văn.txt"), "Nội dung của " + sample.getLast());
        Path annex = Files.write(folder.resolve("phu-luc.bin"), new byte[70_000]);
        List<String> command = new ArrayList<>(sample.subList(0, sample.size() - 1));
        command.add(SAMPLES.resolve(sample.getLast()).toString());
        command.addAll(List.of(letter.toString(), annex.toString()));
        String printed = run(command, folder, sandbox);
        assertThat(printed).contains("sent ", "state CONSIGNED", "received ContentHandover", "receipts 3");
        assertThat(folder.resolve("received.asice")).isNotEmptyFile();
    }

    private static String run(List<String> command, Path folder, SandboxUnderTest sandbox) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("LIENTHONG_URL", sandbox.origin());
        builder.environment().put("LIENTHONG_CA", sandbox.node().caCertificate());
        builder.environment().put("LIENTHONG_KEY", sandbox.key(SENDER));
        builder.environment().put("LIENTHONG_RECEIVE_KEY", sandbox.key(RECIPIENT));
        builder.environment().put("LIENTHONG_TO", RECIPIENT);
        Path output = folder.resolve("output.txt");
        // A language that is missing here fails the test: README names what a machine needs.
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", command.getFirst())
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s", printed).isZero();
        return printed;
    }

    @Test
    void saysWhyWhenTheKeyIsWrong() throws IOException, StepFailedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        Path folder = Files.createTempDirectory(sandbox.work(), "sample-");
        ProcessBuilder builder = new ProcessBuilder(
                        "python3",
                        SAMPLES.resolve("python/lienthong.py").toString(),
                        Files.writeString(folder.resolve("a.txt"), "a").toString())
                .redirectErrorStream(true);
        builder.environment().put("LIENTHONG_URL", sandbox.origin());
        builder.environment().put("LIENTHONG_CA", sandbox.node().caCertificate());
        builder.environment().put("LIENTHONG_KEY", "ltk_0000000000000000_" + "0".repeat(64));
        builder.environment().put("LIENTHONG_TO", RECIPIENT);
        Process process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("401", "LT-1101");
    }

    @Test
    void playsEveryRequestOfTheCollection() throws IOException, StepFailedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        RequestCollection collection = RequestCollection.read(SAMPLES.resolve("http/lienthong.http"));
        List<String> played = collection.play(Path.of(sandbox.node().caCertificate()), name -> switch (name) {
            case "LIENTHONG_URL" -> sandbox.origin();
            case "LIENTHONG_KEY" -> sandbox.key(SENDER);
            // Nobody else sends to it: the first entry of its inbox is that of the collection.
            case "LIENTHONG_RECEIVE_KEY" -> sandbox.key("I07.03");
            case "LIENTHONG_TO" -> "I07.03";
            default -> throw new IOException("no variable " + name);
        });
        assertThat(played).hasSize(collection.size()).hasSizeGreaterThan(10);
    }
}
