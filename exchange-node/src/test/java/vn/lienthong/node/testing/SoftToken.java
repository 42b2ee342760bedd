package vn.lienthong.node.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.crypto.key.PasswordFile;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenPlace;
import vn.lienthong.crypto.token.TokenSettings;
import vn.lienthong.node.protection.MasterKeyProperties;

/** A token in software; needs SoftHSM2 ({@code apt install softhsm2}) and SOFTHSM2_CONF in the environment. */
public final class SoftToken {

    private static final String PIN = "135790";
    private static final Path CONFIGURATION = Path.of(System.getenv("SOFTHSM2_CONF"));

    private final String label;
    private final Path pinFile;
    private final Path link;

    private SoftToken(String label) throws IOException {
        this.label = label;
        this.pinFile = CONFIGURATION.resolveSibling(label + ".pin");
        this.link = CONFIGURATION.resolveSibling(label + ".so");
        Files.deleteIfExists(pinFile);
        Files.createFile(pinFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(pinFile, PIN);
        putIn();
    }

    /** Makes a token; one of an earlier run with the same label is removed. */
    public static SoftToken initialise(String label) throws IOException {
        Path tokens = Files.createDirectories(CONFIGURATION.resolveSibling("tokens"));
        Files.writeString(CONFIGURATION, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        run("softhsm2-util", "--delete-token", "--token", label);
        String said = run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN);
        assertThat(said).contains("has been initialized");
        return new SoftToken(label);
    }

    private static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join()).isNotNull();
        return output;
    }

    private static Path library() {
        return Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("SoftHSM2 is not installed: apt install softhsm2"));
    }

    /** Takes it away from programs that start from now on. */
    public void pullOut() throws IOException {
        Files.delete(link);
    }

    /** Puts it back. */
    public void putIn() throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, library());
    }

    /** The settings of a node that has it. */
    public String[] options() {
        return new String[] {
            "--set", "lienthong.token.library=" + link,
            "--set", "lienthong.token.label=" + label,
            "--set", "lienthong.token.pin-file=" + pinFile,
            "--set", "lienthong.token.watch=500ms"
        };
    }

    /** The same token as what wraps the master key of a node. */
    public MasterKeyProperties.TokenPart forMasterKey() {
        return new MasterKeyProperties.TokenPart(link, label, -1, pinFile, "lienthong-master-key");
    }

    /** The token for this process. */
    public Token open() {
        return Token.open(new TokenSettings(link, new TokenPlace.Label(label), PasswordFile.at(pinFile)));
    }
}
