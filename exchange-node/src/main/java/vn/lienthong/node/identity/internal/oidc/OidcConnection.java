package vn.lienthong.node.identity.internal.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests to one identity provider: encrypted, to its own hosts, no redirects, bounded in size and time. */
final class OidcConnection implements AutoCloseable {
    static final int LARGEST = 256 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final OidcSettings.Provider provider;
    private final HttpClient client;

    OidcConnection(OidcSettings.Provider provider) throws IOException {
        this.provider = provider;
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        if (provider.caFile() != null) {
            builder.sslContext(trust(provider.caFile()));
        }
        this.client = builder.build();
    }

    private static SSLContext trust(Path authority) throws IOException {
        try (InputStream octets = Files.newInputStream(authority)) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(octets);
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            anchors.setCertificateEntry("authority", certificate);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority of an identity provider cannot be read: " + authority, e);
        }
    }

    String get(URI address) throws IOException {
        return send(address, HttpRequest.newBuilder().GET());
    }

    String post(URI address, String form, String authorization) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(address, request);
    }

    private String send(URI address, HttpRequest.Builder request) throws IOException {
        if (!provider.allows(address)) {
            throw new IOException("an identity provider names a host that the settings do not allow");
        }
        try {
            HttpResponse<String> answer = client.send(
                    request.uri(address)
                            .timeout(ANSWER)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.limiting(
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
            if (answer.statusCode() != 200) {
                throw new IOException("an identity provider answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an identity provider was asked", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
