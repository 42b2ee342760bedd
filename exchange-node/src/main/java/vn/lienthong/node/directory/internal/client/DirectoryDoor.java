package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.PublicationPage;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.RevocationCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.node.directory.internal.enrolment.Anchor;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.EnrolmentRequest;
import vn.lienthong.node.directory.internal.enrolment.EnrolmentMessages.NodeCertificates;
import vn.lienthong.node.directory.internal.enrolment.StrictBody;
import vn.lienthong.node.keys.TlsContexts;

/** The public address of the central directory, as a node uses it (docs/protocol §8, §9). */
final class DirectoryDoor implements Replication.Source {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryDoor.class);

    private final URI base;
    private final HttpClient client;

    /** Talks to the directory of this anchor and to nobody else. */
    DirectoryDoor(URI base, Anchor anchor) {
        this.base = base;
        this.client = client(TlsContexts.trusting(anchor.authority()));
    }

    /**
     * Fetches the anchor before anything is trusted: whoever answers, only the content with the digest of the token counts.
     *
     * @throws IOException if nobody answers, or something else than the token promises
     */
    static Anchor fetchAnchor(URI base, Sha256 digest) throws IOException, InterruptedException {
        try (HttpClient unauthenticated = client(trustingNobodyYet())) {
            byte[] pem = send(unauthenticated, get(base, "/directory/v1/anchor.pem", ANSWER_TIMEOUT), Anchor.MAX_SIZE);
            if (!Sha256.of(pem).equals(digest)) {
                throw new IOException("what answers at " + base + " is not the directory that issued the token");
            }
            return Anchor.parse(pem);
        } catch (CertificateException e) {
            throw new IOException("the anchor of the directory cannot be read", e);
        }
    }

    /**
     * Enrols.
     *
     * @throws DirectoryRefusedException if the directory refuses
     * @throws IOException if it does not answer as it should
     */
    NodeCertificates enrol(EnrolmentRequest request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(base.resolve("/directory/v1/enrolments"))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(StrictBody.write(request)))
                .build();
        return StrictBody.read(send(client, post, StrictBody.MAX_SIZE), NodeCertificates.class)
                .orElseThrow(() -> new IOException("the directory's answer to the enrolment cannot be read"));
    }

    /**
     * Fetches what is behind a number, waiting for it if it is not there yet.
     *
     * @throws IOException if the directory does not answer as it should
     */
    @Override
    public PublicationPage publications(long after, Duration wait) throws IOException, InterruptedException {
        String path = "/directory/v1/publications?after=" + after + "&wait=" + wait.toSeconds();
        byte[] answer = send(client, get(base, path, wait.plus(ANSWER_TIMEOUT)), PublicationPage.MAX_OCTETS);
        return switch (WireFormats.PUBLICATION_PAGE.decode(answer)) {
            case Decoded.Value<PublicationPage>(PublicationPage page) -> page;
            case Decoded.Malformed<PublicationPage>(String reason, String where) ->
                throw new IOException("the directory's answer is malformed: " + reason + " " + where);
        };
    }

    @Override
    public Optional<byte[]> checkpoint() throws InterruptedException {
        try {
            return Optional.of(
                    send(client, get(base, "/log/directory/checkpoint", ANSWER_TIMEOUT), SignedNote.MAX_SIZE));
        } catch (IOException e) {
            LOG.debug("the directory shows no checkpoint: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> revocations() throws InterruptedException {
        try {
            return Optional.of(
                    send(client, get(base, "/directory/v1/authority.crl", ANSWER_TIMEOUT), RevocationCheck.MAX_SIZE));
        } catch (IOException e) {
            LOG.debug("the directory shows no revocation list: {}", e.toString());
            return Optional.empty();
        }
    }

    private static HttpRequest get(URI base, String path, Duration timeout) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(timeout).build();
    }

    private static HttpClient client(SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Sends, and takes no more of an answer than is allowed. */
    static byte[] send(HttpClient client, HttpRequest request, int limit) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            byte[] octets = body.readNBytes(limit + 1);
            if (octets.length > limit) {
                throw new IOException("the directory's answer is longer than " + limit + " octets");
            }
            if (answer.statusCode() / 100 != 2) {
                throw DirectoryRefusedException.of(answer.statusCode(), octets);
            }
            return octets;
        }
    }

    private static SSLContext trustingNobodyYet() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Unchecked()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no TLS", e);
        }
    }

    /** For the one request whose answer is checked by a digest that came another way. */
    private static final class Unchecked extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Checked by the digest of what it says.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            // Checked by the digest of what it says.
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            // Checked by the digest of what it says.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
