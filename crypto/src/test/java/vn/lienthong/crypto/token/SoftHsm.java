package vn.lienthong.crypto.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.crypto.key.PasswordFile;

/** A token in software; needs SoftHSM2 ({@code apt install softhsm2}) and SOFTHSM2_CONF in the environment. */
public final class SoftHsm {

    /** The PIN of all tokens. */
    public static final String PIN = "246810";

    private static final Path CONFIGURATION = Path.of(System.getenv("SOFTHSM2_CONF"));

    private final String label;
    private final Path pinFile;

    private SoftHsm(String label) throws IOException {
        this.label = label;
        this.pinFile = CONFIGURATION.resolveSibling(label + ".pin");
        writePin(PIN);
    }

    /** Makes a token; one of an earlier run with the same label is removed. */
    public static SoftHsm initialise(String label) {
        try {
            Path tokens = Files.createDirectories(tokens());
            Files.writeString(CONFIGURATION, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
            run("softhsm2-util", "--delete-token", "--token", label);
            String said =
                    run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN);
            assertThat(said).contains("has been initialized");
            return new SoftHsm(label);
        } catch (IOException e) {
            throw new AssertionError("SoftHSM2 does not start", e);
        }
    }

    private static Path tokens() {
        return CONFIGURATION.resolveSibling("tokens");
    }

    private static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join()).isNotNull();
        return output;
    }

    /** The module. */
    public static Path library() {
        return Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("SoftHSM2 is not installed: apt install softhsm2"));
    }

    /** Replaces the PIN file. */
    public void writePin(String pin) throws IOException {
        Files.deleteIfExists(pinFile);
        Files.createFile(pinFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pinFile, pin + "\n");
    }

    /** How the token is opened. */
    public TokenSettings settings(int sessions) {
        return new TokenSettings(library(), new TokenPlace.Label(label), PasswordFile.at(pinFile), sessions);
    }

    /** The file with the PIN. */
    public Path pinFile() {
        return pinFile;
    }

    /** Takes all tokens away, until the result is closed. */
    public static Away pullOut() throws IOException {
        Path hidden = tokens().resolveSibling("pulled-out");
        Files.move(tokens(), hidden);
        Files.createDirectory(tokens());
        return () -> {
            Files.delete(tokens());
            Files.move(hidden, tokens());
        };
    }

    /** Puts them back. */
    public interface Away extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
