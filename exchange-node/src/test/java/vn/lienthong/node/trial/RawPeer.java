package vn.lienthong.node.trial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelFrames;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.keys.NodeIdentity;
import vn.lienthong.node.keys.TlsContexts;

/**
 * Whoever stole a node's keys or runs a node in bad faith: speaks the protocol with that node's certificate and says whatever
 * it likes.
 */
final class RawPeer implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\"code\":\"(LT-[0-9]{4})\"");
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final SigningKey signing;
    private final HttpClient http;

    private RawPeer(SigningKey tls, SigningKey signing) {
        this.signing = signing;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TlsContexts.of(tls, new Careless()))
                .build();
    }

    /** With the keys that lie in the node's data directory. */
    static RawPeer withKeysOf(NodeUnderTest node) throws IOException {
        KeyVault vault = KeyVault.at(node.server().data(), new SecureRandom());
        String newest = vault.names("node-" + node.id() + "-").stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, SigningKey> held = vault.read(newest).orElseThrow();
        return new RawPeer(key(held, "tls"), key(held, "signing"));
    }

    private static SigningKey key(Map<String, SigningKey> held, String name) {
        return Optional.ofNullable(held.get(name)).orElseThrow();
    }

    /** With certificates of another authority. */
    static RawPeer stranger(NodeIdentity identity) {
        return new RawPeer(identity.tls(), identity.signing());
    }

    /** Signs a header and what goes with it as the sending node. */
    ParcelHead sign(ParcelHeader header, ParcelHead like) {
        ParcelHead unsigned = ParcelHead.of(header, like.envelope(), like.signature(), like.segments());
        byte[] signature = DetachedSignature.sign(
                unsigned.digests().outerSignatureInput(),
                signing,
                Clock.systemUTC().instant());
        return ParcelHead.of(header, like.envelope(), Octets.of(signature), like.segments());
    }

    /**
     * What a node answered.
     *
     * @param status of HTTP
     * @param answer in the words of the protocol
     */
    record Reply(int status, TransferAnswer answer) {

        /** The code of a refusal; the answer itself when it is none. */
        String code() {
            return answer instanceof TransferAnswer.Refused refused
                    ? refused.code().code()
                    : answer.toString();
        }
    }

    /** Sends a batch of one parcel. */
    Reply send(URI target, ParcelHead head, Octets payload) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (ParcelFrames.Batch batch = ParcelFrames.writeBatch(1, body)) {
            batch.write(head, payload.stream());
        }
        HttpRequest request = HttpRequest.newBuilder(target.resolve("/exchange/v1/parcels"))
                .header("Content-Type", "application/vnd.lienthong.parcels")
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), answer(response));
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    /**
     * Sends a request without a body, or with one of JSON.
     *
     * @return status, and the lease that was given or the code of the refusal, or nothing
     */
    String ask(String method, URI address, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .timeout(LIMIT)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher code = CODE.matcher(response.body());
            String said = code.find() ? code.group(1) : "";
            return response.statusCode() + " "
                    + response.headers().firstValue("Lienthong-Lease").orElse(said);
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    private static TransferAnswer answer(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != OK) {
            return problem(new String(response.body(), StandardCharsets.UTF_8));
        }
        List<TransferAnswer> answers =
                value(WireFormats.TRANSFER_ANSWERS.decode(response.body())).answers();
        if (answers.size() != 1) {
            throw new IOException(answers.size() + " answers to one parcel");
        }
        return answers.getFirst();
    }

    /** What is refused before the protocol begins is refused as everywhere else: with a problem and its code. */
    private static TransferAnswer problem(String body) throws IOException {
        Matcher code = CODE.matcher(body);
        if (!code.find()) {
            throw new IOException("a refusal without a code");
        }
        ErrorCode known = ErrorCode.find(code.group(1)).orElseThrow();
        return TransferAnswer.Refused.of(known, known.vietnamese());
    }

    private static <T> T value(Decoded<T> decoded) throws IOException {
        return switch (decoded) {
            case Decoded.Value<T>(T value) -> value;
            case Decoded.Malformed<T>(String reason, String where) -> throw new IOException(reason + " " + where);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Talks to anybody: an attacker does not mind who answers. */
    private static final class Careless extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
