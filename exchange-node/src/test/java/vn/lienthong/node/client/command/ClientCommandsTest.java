package vn.lienthong.node.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.node.client.ClientCommands;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.client.FakeNode;

class ClientCommandsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T05:00:00Z"), ZoneOffset.ofHours(7));
    private static final String ENTRY = """
        {"entries":[{"entryId":"7","parcelId":"0198-p","sender":"H99.07","urgency":0,"packageSize":5,
         "document":{"codeNumber":"125","codeNotation":"TTr-UBND"}}],"next":7}\
        """;
    private static final String EMPTY = "{\"entries\":[],\"next\":null}";
    private static final byte[] PACKAGE = "asice".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeNode node = open();

    private static FakeNode open() {
        try {
            return new FakeNode();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @BeforeEach
    void writeKey() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), "ltk_test\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private int run(String... arguments) {
        CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
        ClientCommands.all(NOON).forEach(root::addSubcommand);
        ClientCommands.ofDirectory().forEach(root::addSubcommand);
        root.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                1,
                List.of(
                        "--url",
                        node.url().toString(),
                        "--api-key-file",
                        directory.resolve("key").toString()));
        return root.execute(all.toArray(String[]::new));
    }

    @Test
    void sendsWithMembersFromOptionsAndFile() throws Exception {
        Path metadata = Files.writeString(directory.resolve("m.json"), "{\"subject\":\"cũ\",\"pages\":3}");
        Path file = Files.writeString(directory.resolve("f.txt"), "x");
        node.says(201, "{\"parcelId\":\"0198-p\"}");

        int code = run(
                "send",
                "--to",
                "A01,I01",
                "--file",
                file.toString(),
                "--metadata",
                metadata.toString(),
                "--subject",
                "mới",
                "--signer",
                "Nguyễn Văn A");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Accepted: 0198-p");
        assertThat(node.asked().getFirst().body())
                .contains("\"recipients\":[\"A01\",\"I01\"]", "\"subject\":\"mới\"", "\"pages\":3", "2026-11-21")
                .doesNotContain("cũ");
    }

    @Test
    void saysWhyASubmissionIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("f.txt"), "x");
        node.says(422, "{\"code\":\"LT-2001\",\"title\":\"unknown recipient\"}");

        assertThat(run("send", "--to", "X", "--file", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("LT-2001: unknown recipient");
    }

    @Test
    void refusesKeysThatOthersMayRead() throws Exception {
        Files.setPosixFilePermissions(directory.resolve("key"), PosixFilePermissions.fromString("r--r--r--"));

        assertThat(run("inbox")).isEqualTo(3);
        assertThat(node.asked()).isEmpty();
    }

    @Test
    void takesChecksAndAcknowledges() throws Exception {
        String digest = digest();
        node.says(200, ENTRY)
                .says(200, lease(digest))
                .sends(200, PACKAGE, -1)
                .says(200, "{\"octets\":\"\",\"signature\":\"\"}")
                .says(200, EMPTY);

        int code = run("inbox", "--take", directory.resolve("in").toString());

        assertThat(code).isZero();
        assertThat(directory.resolve("in/H99.07_125-TTr-UBND_0198-p.asice")).hasBinaryContent(PACKAGE);
        assertThat(node.asked().get(3).line()).isEqualTo("POST /api/v1/inbox/7/acknowledgement");
        assertThat(node.asked().get(3).body()).contains(digest);
    }

    @Test
    void neverAcknowledgesAPackageWithAnotherDigest() throws Exception {
        node.says(200, ENTRY).says(200, lease("00")).sends(200, PACKAGE, -1).says(200, EMPTY);

        assertThat(run("inbox", "--take", directory.resolve("in").toString())).isEqualTo(1);
        assertThat(node.asked()).noneMatch(asked -> asked.line().contains("acknowledgement"));
    }

    @Test
    void finishesWhatARunBeforeHadDownloaded() throws Exception {
        Path in = Files.createDirectory(directory.resolve("in"));
        Files.write(in.resolve("H99.07_125-TTr-UBND_0198-p.asice"), PACKAGE);
        node.says(200, ENTRY)
                .says(200, lease(digest()))
                .says(200, "{\"octets\":\"\",\"signature\":\"\"}")
                .says(200, EMPTY);

        assertThat(run("inbox", "--take", in.toString())).isZero();
    }

    private String digest() throws IOException {
        return Digests.sha512(Files.write(directory.resolve("copy"), PACKAGE)).hex();
    }

    private static String lease(String digest) {
        return "{\"leaseId\":\"l-1\",\"packageSize\":5,\"packageSha512\":\"" + digest + "\"}";
    }

    @Test
    void proposesALevelForANodeAndSaysWhoHasToConfirmIt() {
        node.says(200, "{\"proposalId\":\"0198-q\",\"sequence\":0}");
        assertThat(run("approve", "nut-a", "--level", "SECRET", "--reason", "Quyết định 12"))
                .isZero();
        assertThat(node.asked().getFirst().line()).isEqualTo("POST /api/v1/directory/nodes/nut-a/approval");
        assertThat(node.asked().getFirst().body()).contains("\"level\":\"SECRET\"", "\"reason\":\"Quyết định 12\"");
        assertThat(out.toString()).contains("A second person has to confirm: 0198-q");

        node.says(200, "{\"proposalId\":null,\"sequence\":9}");
        assertThat(run("approve", "nut-a", "--level", "ORDINARY", "--reason", "Đổi máy"))
                .isZero();
        assertThat(out.toString()).contains("Published: 9");
    }

    @Test
    void listsLevelsThatWaitAndRefusesAWishWithoutReason() {
        node.says(
                200,
                "{\"proposals\":[{\"proposalId\":\"0198-q\",\"nodeId\":\"nut-a\",\"level\":\"SECRET\",\"reason\":\"Vì"
                        + " sao\",\"proposedAt\":\"2026-11-21T05:00:00Z\",\"expiresAt\":\"2026-11-28T05:00:00Z\"}]}");
        assertThat(run("approve")).isZero();
        assertThat(out.toString()).contains("0198-q  nut-a  SECRET", "Vì sao");
        assertThat(run("approve", "nut-a", "--level", "SECRET")).isEqualTo(2);
        assertThat(run("approve", "nut-a", "--reason", "x")).isEqualTo(2);
        assertThat(run("approve", "nut-a", "--level", "HIGHEST", "--reason", "x"))
                .isEqualTo(2);
        node.says(409, "{\"code\":\"LT-1506\",\"title\":\"conflict\"}");
        assertThat(run("approve", "nut-a", "--level", "SECRET", "--reason", "x"))
                .isOne();
        assertThat(err.toString()).contains("LT-1506");
    }
}
