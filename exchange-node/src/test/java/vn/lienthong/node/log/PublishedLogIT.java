package vn.lienthong.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.EntryBundle;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.NoteCheck;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeTiles;
import vn.lienthong.crypto.log.VerifierKey;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
class PublishedLogIT {

    private final LogBook book;
    private final TransactionTemplate transactions;
    private final ConfigurableApplicationContext context;
    private final DataDirectory data;
    private final HttpClient http;
    private final String origin;

    @Autowired
    PublishedLogIT(
            LogBook book,
            TransactionTemplate transactions,
            ConfigurableApplicationContext context,
            ListenerPorts ports,
            DataDirectory data,
            TestTransportIdentity identity) {
        this.book = book;
        this.transactions = transactions;
        this.context = context;
        this.data = data;
        this.http =
                HttpClient.newBuilder().sslContext(identity.anonymousClient()).build();
        this.origin = "https://127.0.0.1:" + ports.api() + "/log/";
    }

    @Test
    void provesEveryEntryToWhoeverHasTheReceipt() throws IOException, InterruptedException {
        List<byte[]> entries = entries("one", 600);
        List<LogEntryId> ids = append(entries);

        LogPolicy policy = LogPolicy.parse(get("policy"));
        for (int i = 0; i < entries.size(); i += 37) {
            LogReceipt receipt =
                    LogReceipt.parse(book.proof(ids.get(i)).orElseThrow().toByteArray());
            assertThat(receipt.verify(entries.get(i), policy)).isInstanceOf(ReceiptCheck.Proven.class);
            assertThat(receipt.verify(entries.get(i + 1), policy)).isInstanceOf(ReceiptCheck.Refused.class);
        }
        assertThat(book.proofs(ids)).hasSameSizeAs(ids);
    }

    @Test
    void servesTheTreeToEverybody() throws IOException, InterruptedException {
        List<LogEntryId> ids = append(entries("two", 300));

        SignedNote note = SignedNote.parse(get("checkpoint"));
        VerifierKey key = VerifierKey.parse(new String(get("vkey"), StandardCharsets.US_ASCII).strip());
        VerifierKey second = VerifierKey.parse(new String(get("vkey.ml-dsa-44"), StandardCharsets.US_ASCII).strip());
        assertThat(note.verify(List.of(key))).isInstanceOf(NoteCheck.Verified.class);
        assertThat(note.verify(List.of(second))).isInstanceOf(NoteCheck.Verified.class);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(TreeTiles.root(checkpoint.size(), tile -> got(tile.path()))).isEqualTo(checkpoint.root());
        long index = book.position(ids.getFirst()).orElseThrow().index();
        BundleCoordinate bundle = BundleCoordinate.holding(index, checkpoint.size());
        List<byte[]> published = EntryBundle.decode(get(bundle.path()), bundle.width());
        assertThat(published.get((int) (index - bundle.first()))).asString().isEqualTo("two 0");
    }

    @Test
    void isAcceptedByPublicCodeFromDiskAndOverHttp() throws IOException, InterruptedException {
        GoVerifier.build();
        append(entries("five", 700));
        Path vkey = data.log().resolve("vkey");
        assertThat(GoVerifier.verify(vkey, List.of(), data.log().toString())).startsWith("0 OK");

        Path authority = data.root().resolve("authority.pem");
        Files.writeString(authority, pem(peerCertificate()), StandardCharsets.US_ASCII);
        String address = origin.substring(0, origin.length() - 1);
        assertThat(GoVerifier.verify(vkey, List.of("-ca", authority.toString()), address))
                .startsWith("0 OK");
        Path bundle = data.log().resolve("tile/entries/000");
        byte[] octets = Files.readAllBytes(bundle);
        octets[octets.length / 2] ^= 1;
        Path copy = data.root().resolve("copy-of-log");
        FileSystemUtils.copyRecursively(data.log(), copy);
        Files.write(copy.resolve("tile/entries/000"), octets);
        assertThat(GoVerifier.verify(vkey, List.of(), copy.toString())).doesNotStartWith("0 ");
    }

    private Certificate peerCertificate() throws IOException, InterruptedException {
        return answer("checkpoint").sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private static String pem(Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void servesNothingBesidesTheTree() throws IOException, InterruptedException {
        append(entries("three", 1));
        for (String path : List.of(
                "tile/0/000.p/256",
                "tile/9/000",
                "tile/0/x000/000",
                "tile/entries/999",
                "directory/checkpoint",
                "../keys/password",
                "%2e%2e/keys/password",
                "witnessed",
                "checkpoint.new",
                "")) {
            assertThat(answer(path).statusCode()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    void tellsHowItStands() {
        append(entries("four", 3));
        LogState state = book.state(LogName.EVENTS);
        assertThat(state.standstill()).isNull();
        assertThat(state.pending()).isZero();
        assertThat(state.signedSize()).isEqualTo(state.size());
        assertThat(state.provenSize()).isEqualTo(state.size());
        assertThat(state.origin()).startsWith("lienthong.vn/");
    }

    /** Appends in a few transactions and waits until the receipts are complete. */
    private List<LogEntryId> append(List<byte[]> entries) {
        CountDownLatch ready = new CountDownLatch(1);
        List<LogEntryId> ids = Objects.requireNonNull(
                transactions.execute(_ -> book.appendAll(LogName.EVENTS, LogEntryKind.SECURITY_EVENT, entries)));
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> news && news.getPayload() instanceof ReceiptsReady) {
                signal(ids.getLast(), ready);
            }
        };
        context.addApplicationListener(listener);
        signal(ids.getLast(), ready);
        try {
            assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            context.removeApplicationListener(listener);
        }
        return ids;
    }

    private void signal(LogEntryId last, CountDownLatch ready) {
        if (book.proof(last).isPresent()) {
            ready.countDown();
        }
    }

    private byte[] got(String path) throws IOException {
        try {
            return get(path);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = answer(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(origin + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static List<byte[]> entries(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (name + " " + i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
