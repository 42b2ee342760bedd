package vn.lienthong.node.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.client.proof.ProofScene;

class ProofCommandsTest {

    @TempDir
    private Path directory = Path.of("");

    private final ProofScene scene = new ProofScene();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeBasis() throws IOException {
        Files.write(directory.resolve("anchor.pem"), scene.anchor());
        Files.write(directory.resolve("publications.json"), scene.page());
    }

    private int run(String... arguments) {
        CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.all(Clock.systemUTC()).forEach(root::addSubcommand);
        root.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        String anchor = directory.resolve("anchor.pem").toString();
        String publications = directory.resolve("publications.json").toString();
        all.addAll(1, List.of("--anchor", anchor, "--directory", publications));
        return root.execute(all.toArray(String[]::new));
    }

    private Path evidenceFile(byte[] octets, byte[] signature) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        return Files.writeString(
                directory.resolve("evidence.json"),
                "{\"evidence\":[{\"octets\":\"" + base64.encodeToString(octets) + "\",\"signature\":\""
                        + base64.encodeToString(signature) + "\"}]}");
    }

    @Test
    void saysInPlainWordsWhatEvidenceProves() throws Exception {
        byte[][] evidence = scene.evidence(ProofScene.soon());

        int code = run(
                "verify", "--lang", "en", evidenceFile(evidence[0], evidence[1]).toString());

        assertThat(code).isEqualTo(5);
        assertThat(out.toString())
                .contains("RESULT: SIGNED BY THE NODE ONLY")
                .contains(
                        "D.1 ContentConsignment",
                        "it received, decrypted, checked and durably stored it",
                        "Not proven: that anybody read");
    }

    @Test
    void failsWhenEvidenceIsNotProven() throws Exception {
        byte[][] evidence = scene.evidence(ProofScene.soon());

        int code = run(
                "verify",
                "--lang",
                "en",
                evidenceFile(evidence[0], scene.signatureOfAnother(evidence[0])).toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("NOT PROVEN");
    }

    @Test
    void opensAProvenPackageUnderSaneNames() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);
        Path target = directory.resolve("opened");

        assertThat(run("open", "--sender", "H99.07", "--to", target.toString(), file.toString()))
                .isZero();
        assertThat(target.resolve("001-Tờ trình.txt")).hasContent("nội dung");
    }

    @Test
    void leavesNothingOfAPackageThatIsNotProven() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);
        byte[] octets = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(octets, octets.length - 30));

        assertThat(run(
                        "open",
                        "--sender",
                        "H99.07",
                        "--to",
                        directory.resolve("opened").toString(),
                        file.toString()))
                .isEqualTo(1);
        try (var left = Files.list(directory)) {
            assertThat(left)
                    .extracting(one -> one.getFileName().toString())
                    .containsExactlyInAnyOrder("anchor.pem", "publications.json", "p.asice");
        }
    }

    @Test
    void neverUnpacksIntoAnExistingDirectory() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);
        Path target = Files.createDirectory(directory.resolve("opened"));

        assertThat(run("open", "--sender", "H99.07", "--to", target.toString(), file.toString()))
                .isEqualTo(3);
    }

    @Test
    void verifiesPackagesOnlyAgainstAnExpectedSender() throws Exception {
        Path file = scene.signedPackage(directory.resolve("p.asice"), ProofScene.SENDER);

        assertThat(run("verify", file.toString())).isEqualTo(2);
        assertThat(run("verify", "--sender", "H99.07", file.toString())).isZero();
        assertThat(run("verify", "--sender", "h99", file.toString())).isEqualTo(2);
    }
}
