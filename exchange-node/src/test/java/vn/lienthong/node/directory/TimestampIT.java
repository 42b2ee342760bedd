package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.timestamp.TimestampOutcome;
import vn.lienthong.crypto.timestamp.TimestampTrust;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.timestamp.TimestampAnswer;
import vn.lienthong.node.timestamp.TimestampSource;

/** The directory's timestamp authority, asked by a node and by a foreign tool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimestampIT {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";
    private static final Digest IMPRINT = Digest.sha256("checkpoint".getBytes(StandardCharsets.UTF_8));

    private final DirectorySite site;
    private final HttpClient client;

    @TempDir
    private Path folder;

    TimestampIT() throws IOException {
        site = new DirectorySite();
        client = HttpClient.newBuilder()
                .sslContext(TlsContexts.trusting(site.anchor().authority()))
                .build();
    }

    @AfterAll
    void stop() {
        client.close();
        site.close();
    }

    @Test
    void stampsForOpensslWhichVerifiesIt() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is installed");
        Files.writeString(folder.resolve("data"), "what existed");
        Files.writeString(folder.resolve("other"), "what did not");
        Files.writeString(
                folder.resolve("ca.pem"), Certificates.toPem(site.anchor().authority()));
        openssl("ts", "-query", "-data", "data", "-sha512", "-cert", "-out", "query");
        HttpResponse<byte[]> reply = post(Files.readAllBytes(folder.resolve("query")), QUERY);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).contains(REPLY);
        Files.write(folder.resolve("reply"), reply.body());
        assertThat(openssl("ts", "-verify", "-in", "reply", "-queryfile", "query", "-CAfile", "ca.pem"))
                .contains("Verification: OK");
        assertThat(openssl("ts", "-verify", "-in", "reply", "-data", "data", "-CAfile", "ca.pem"))
                .contains("Verification: OK");
        assertThat(openssl("ts", "-verify", "-in", "reply", "-data", "other", "-CAfile", "ca.pem"))
                .contains("Verification: FAILED");
    }

    @Test
    void rejectsInTheWordsOfTheStandard() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is installed");
        Files.writeString(folder.resolve("data"), "what existed");
        openssl("ts", "-query", "-data", "data", "-sha1", "-out", "weak");
        assertThat(rejection(Files.readAllBytes(folder.resolve("weak")))).contains("unrecognized or unsupported alg");
        openssl("ts", "-query", "-data", "data", "-sha256", "-tspolicy", "1.2.3.4", "-out", "policy");
        assertThat(rejection(Files.readAllBytes(folder.resolve("policy")))).contains("requested TSA policy");
        assertThat(rejection("no request".getBytes(StandardCharsets.US_ASCII))).contains("data submitted");
        assertThat(rejection(new byte[0])).contains("data submitted");
        assertThat(rejection(new byte[1 << 20])).contains("data submitted");
    }

    private String rejection(byte[] query) throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = post(query, QUERY);
        assertThat(reply.statusCode()).isEqualTo(200);
        Files.write(folder.resolve("rejection"), reply.body());
        String text = openssl("ts", "-reply", "-in", "rejection", "-text");
        assertThat(text).contains("Status: Rejected.");
        return text;
    }

    @Test
    void refusesOtherTypesAndMethods() throws IOException, InterruptedException {
        assertThat(post(new byte[8], "application/json").statusCode()).isEqualTo(415);
        HttpRequest get = HttpRequest.newBuilder(site.directory().address().resolve("/tsa"))
                .build();
        assertThat(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void givesNodesTokensThatHoldAndLetsThemGoOnWithoutIt() throws IOException, InterruptedException {
        try (Installation node = site.announce("stamped")) {
            node.start();
            TimestampSource source = node.get(TimestampSource.class);
            TimestampAnswer answer = source.stamp(IMPRINT).join();
            assertThat(answer).isInstanceOf(TimestampAnswer.Stamped.class);
            byte[] token = ((TimestampAnswer.Stamped) answer).token().encoded();
            TimestampTrust trust =
                    TimestampTrust.anyPolicy(new TrustAnchor(site.anchor().authority()));
            assertThat(trust.check(token, IMPRINT)).isInstanceOf(TimestampOutcome.Granted.class);
            assertThat(site.directory()
                            .get(TimestampSource.class)
                            .stamp(IMPRINT)
                            .join())
                    .isInstanceOf(TimestampAnswer.Stamped.class);
            site.directory().stop();
            assertThat(source.stamp(IMPRINT).join()).isInstanceOf(TimestampAnswer.Away.class);
            site.directory().start();
            assertThat(source.stamp(IMPRINT).join()).isInstanceOf(TimestampAnswer.Stamped.class);
        }
    }

    private HttpResponse<byte[]> post(byte[] body, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.directory().address().resolve("/tsa"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(OPENSSL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
