package vn.lienthong.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.node.platform.Secret;

class ExchangeClientTest {

    private static final String ACCEPTED = """
        {"parcelId":"0198","createdAt":"2026-11-21T15:00:00.000+07:00","futureMember":{"x":1},
         "deliveries":[{"recipient":"A01","state":"QUEUED","since":null,"reason":null}]}\
        """;
    private static final Lease LEASE = new Lease("l-1", null, 10, "00", List.of(), null);

    @TempDir
    private Path directory = Path.of("");

    private FakeNode node = open();
    private ExchangeClient client = connect();

    private static FakeNode open() {
        try {
            return new FakeNode();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private ExchangeClient connect() {
        try {
            return node.client();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @BeforeEach
    void hasDirectory() {
        assertThat(directory).isDirectory();
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void submitsMetadataFirstThenFilesUnderTheirVietnameseNames() throws Exception {
        Path file = Files.writeString(directory.resolve("Tờ trình \"1\".txt"), "nội dung");
        node.says(201, ACCEPTED);

        Dispatch dispatch = client.submit(submission(file)).orThrow();

        assertThat(dispatch.parcelId()).isEqualTo("0198");
        FakeNode.Asked asked = node.asked().getFirst();
        assertThat(asked.line()).isEqualTo("POST /api/v1/dispatches");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer ltk_test");
        assertThat(asked.body())
                .containsSubsequence(
                        "name=\"metadata\"",
                        "application/json",
                        "\"recipients\":[\"A01\"]",
                        "name=\"file\"; filename=\"Tờ trình %221%22.txt\"",
                        "text/plain",
                        "nội dung");
    }

    private static Submission submission(Path file) throws IOException {
        Submission.Metadata metadata = new Submission.Metadata(List.of("A01"), false, null, Map.of("codeNumber", "1"));
        return new Submission("key-1", metadata, List.of(AttachedFile.of(file)));
    }

    @Test
    void turnsProblemsIntoReadableRefusals() throws Exception {
        node.says(422, """
            {"status":422,"code":"LT-2001","title":"Recipient unknown","detail":"one of two",
             "traceId":"t-9","errors":[{"pointer":"/recipients/0","code":"LT-2001","message":"no such code"}]}\
            """);

        Answer<Dispatch> answer = client.dispatch("0198");

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThatThrownBy(answer::orThrow).hasMessage("""
            LT-2001: Recipient unknown – one of two
              LT-2001 /recipients/0 no such code
              trace t-9\
            """);
    }

    @Test
    void readsRefusalsThatAreNoProblemsByTheirStatus() throws Exception {
        node.says(502, "<html>bad gateway</html>");

        assertThatThrownBy(() -> client.dispatch("0198").orThrow())
                .isInstanceOf(RefusedException.class)
                .hasMessage("HTTP 502");
    }

    @Test
    void removesControlCharactersFromWhatTheOtherSideSays() {
        Problem problem = new Problem(400, "LT-1", "a\u001b[31mred", null, null, null);

        assertThat(problem.readable()).isEqualTo("LT-1: a?[31mred");
    }

    @Test
    void refusesAnswersThatAreNotAsDocumentedWithoutRepeatingThem() {
        node.says(200, "{\"deliveries\":[],\"document\":{\"subject\":\"bí mật\"}}");

        assertThatThrownBy(() -> client.dispatch("0198"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a Dispatch")
                .hasMessageNotContaining("bí mật");
    }

    @Test
    void refusesAnswersWithoutEnd() {
        node.sends(200, new byte[33 << 20], -1);

        assertThatThrownBy(() -> client.dispatch("0198")).isInstanceOf(IOException.class);
    }

    @Test
    void resumesDownloadsWhereTheyBroke() throws Exception {
        byte[] content = "0123456789".getBytes(StandardCharsets.US_ASCII);
        node.sends(200, content, 4).sends(206, Arrays.copyOfRange(content, 4, 10), -1);
        Path target = directory.resolve("p.asice");

        Digests.Sha512 digest = client.download("e-1", LEASE, target).orThrow();

        assertThat(target).hasContent("0123456789");
        assertThat(digest).isEqualTo(Digests.sha512(target));
        assertThat(node.asked().get(1).header("Range")).isEqualTo("bytes=4-");
        assertThat(node.asked().get(1).header("Lienthong-Lease")).isEqualTo("l-1");
    }

    @Test
    void refusesDownloadsLongerThanAnnounced() {
        node.sends(200, new byte[11], -1).sends(206, new byte[11], -1).sends(206, new byte[11], -1);
        node.sends(206, new byte[11], -1);

        assertThatThrownBy(() -> client.download("e-1", LEASE, directory.resolve("p")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void neverOverwritesAFileByADownload() throws Exception {
        Path target = Files.writeString(directory.resolve("p"), "mine");

        assertThatThrownBy(() -> client.download("e-1", LEASE, target)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("mine");
    }

    @Test
    void asksToHoldTheRequestForStates() throws Exception {
        node.says(200, ACCEPTED);

        Dispatch dispatch =
                client.awaitState("01 98", "CONSIGNED", Duration.ofSeconds(25)).orThrow();

        assertThat(node.asked().getFirst().line()).isEqualTo("GET /api/v1/dispatches/01%2098?wait=25&state=CONSIGNED");
        assertThat(dispatch.arrivedEverywhere()).isFalse();
        assertThat(dispatch.settledEverywhere()).isFalse();
    }

    @Test
    void refusesToSendAKeyInClearAcrossANetwork() {
        URI remote = URI.create("http://node.example:8443");

        assertThatThrownBy(() -> Connection.to(remote, Optional.empty(), Optional.of(new Secret("ltk"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
