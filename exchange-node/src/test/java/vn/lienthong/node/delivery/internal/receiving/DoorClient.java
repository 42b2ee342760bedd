package vn.lienthong.node.delivery.internal.receiving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.keys.TlsContexts;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.TestAuthority;

/** Stands at the exchange port of a node with a certificate of choice and says what it likes. */
record DoorClient(HttpClient http, URI origin) implements AutoCloseable {

    static DoorClient with(SigningKey tls, URI origin) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, new char[0]);
            trusted.setCertificateEntry(
                    "authority", TestAuthority.authority().anchor().authority());
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            return with(TlsContexts.of(tls, factory.getTrustManagers()), origin);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static DoorClient withoutCertificate(URI origin) {
        return with(TlsContexts.trusting(TestAuthority.authority().anchor().authority()), origin);
    }

    private static DoorClient with(SSLContext tls, URI origin) {
        return new DoorClient(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(tls)
                        .build(),
                origin);
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> batch(byte[] body) throws IOException, InterruptedException {
        return send("POST", "/exchange/v1/parcels", body, "Content-Type", ParcelsDoor.MEDIA_TYPE);
    }

    HttpResponse<String> upload(String method, ForeignNode.Parcel parcel, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return send(method, "/exchange/v1/uploads/" + parcel.id(), body, headers);
    }

    static ParcelHead head(ForeignNode.Parcel parcel) {
        return new ParcelHead(
                parcel.sealed().headerOctets(),
                parcel.sealed().header(),
                parcel.sealed().envelope(),
                parcel.sealed().signature(),
                parcel.sealed().segments());
    }

    static byte[] framed(List<ForeignNode.Parcel> parcels) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(parcels.size(), body)) {
            for (ForeignNode.Parcel parcel : parcels) {
                batch.write(head(parcel), parcel.payload().stream());
            }
        }
        return body.toByteArray();
    }

    static byte[] announcement(ForeignNode.Parcel parcel) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ParcelFrames.writeUpload(head(parcel), body);
        return body.toByteArray();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
