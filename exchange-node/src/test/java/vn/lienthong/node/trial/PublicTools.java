package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the commands that {@code docs/verify.md} gives to people without this software, just as they stand there. */
final class PublicTools {

    private static final Path PAGE = Path.of("..", "docs", "verify.md");
    private static final String CODE = "    ";
    private static final int PATIENCE_SECONDS = 60;

    private PublicTools() {}

    /** Runs all of them in a folder with the dossier, and returns what they print; any failure is one of the test. */
    static String follow(Path dossier) throws IOException {
        Path folder = Files.createDirectories(dossier.resolveSibling("public-tools"));
        Files.copy(dossier, folder.resolve("ho-so.asice"));
        String script = "set -euo pipefail\n" + commands();
        Path file = Files.writeString(folder.resolve("commands.sh"), script);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of("bash", file.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("public tools end")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as("%s", printed).isZero();
        return printed;
    }

    private static String commands() throws IOException {
        StringBuilder commands = new StringBuilder();
        for (String line : Files.readAllLines(PAGE, StandardCharsets.UTF_8)) {
            if (line.startsWith(CODE)) {
                commands.append(line.substring(CODE.length())).append('\n');
            }
        }
        return commands.toString();
    }
}
