import java.io.*;
import java.net.URI;
import java.net.http.*;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.time.Duration;
import java.util.*;
import java.util.regex.*;
import javax.net.ssl.*;

/**
 * Sends a document with two files, follows it, receives it and checks that there is a receipt. JDK 17 or later, nothing besides.
 *
 * LIENTHONG_URL  address of the node          LIENTHONG_KEY          API key of the sender (SUBMIT, TRACK)
 * LIENTHONG_CA   PEM file of its authority    LIENTHONG_RECEIVE_KEY  API key of the recipient (RECEIVE)
 * LIENTHONG_TO   code of the recipient        Usage: java LienThong.java FILE FILE
 */
public final class LienThong {
    static final String SENDER = System.getenv("LIENTHONG_KEY"), RECIPIENT = System.getenv("LIENTHONG_RECEIVE_KEY");
    static HttpClient http;

    public static void main(String[] files) throws Exception {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(System.getenv("LIENTHONG_CA")))) {
            for (var one : java.security.cert.CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry("ca" + anchors.size(), one);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        http = HttpClient.newBuilder().sslContext(tls).build();

        String parcel = send(files);
        System.out.println("sent " + parcel);
        String dispatch = "/api/v1/dispatches/" + parcel, state = "QUEUED";
        for (int round = 0; round < 8 && !List.of("CONSIGNED", "HANDED_OVER").contains(state); round++) { // each held for 25 seconds at most
            state = member("state", answer(request(dispatch + "?wait=25&state=CONSIGNED", SENDER)).split("\"deliveries\"")[1]);
        }
        System.out.println("state " + state + "\nreceived " + member("event", receive(parcel)));
        String proof = answer(request(dispatch + "/evidence", SENDER));
        long pieces = proof.split("\"verification\":").length - 1, valid = proof.split("\"verification\":\"VALID\"").length - 1;
        if (pieces == 0 || pieces != valid) throw new IllegalStateException("there is no valid receipt");
        System.out.println("receipts " + pieces);
    }

    static HttpRequest.Builder request(String path, String key) {
        URI uri = URI.create(System.getenv("LIENTHONG_URL") + path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + key);
    }

    /** A refusal is a problem (RFC 9457): its code says what to do, see docs/errors.md. */
    static String answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) throw new IOException(response.request().uri() + ": " + response.body());
        return response.body();
    }

    static String post(String path, String json) throws Exception {
        return answer(request(path, RECIPIENT).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** The first member of that name; larger programs take a real reader of JSON. */
    static String member(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        return found.find() ? found.group(1) : "null";
    }

    static String send(String[] files) throws Exception {
        String boundary = UUID.randomUUID().toString(), part = "--" + boundary + "\r\nContent-Disposition: form-data; name=";
        ByteArrayOutputStream form = new ByteArrayOutputStream(); // large files are streamed: BodyPublishers.concat
        form.writeBytes((part + "\"metadata\"\r\nContent-Type: application/json\r\n\r\n{\"recipients\":[\"" + System.getenv("LIENTHONG_TO")
            + "\"],\"document\":{\"codeNumber\":\"16\",\"codeNotation\":\"CV-VP\",\"subject\":\"Văn bản thử từ Java\"}}\r\n").getBytes(StandardCharsets.UTF_8));
        for (String file : files) {
            form.writeBytes((part + "\"file\"; filename=\"" + Path.of(file).getFileName() + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            form.writeBytes(Files.readAllBytes(Path.of(file)));
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        // Keep the key with the document: after a lost answer the same request with the same key sends nothing twice.
        return member("parcelId", answer(request("/api/v1/dispatches", SENDER).header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArray(form.toByteArray()))));
    }

    static String receive(String parcel) throws Exception {
        String inbox = answer(request("/api/v1/inbox?pageSize=199&wait=5", RECIPIENT)); // follow "next" where more may wait
        String entry = Arrays.stream(inbox.split("(?=\\{\"entryId\")")).filter(one -> one.contains(parcel)).findFirst().orElseThrow();
        String path = "/api/v1/inbox/" + member("entryId", entry), lease = member("leaseId", post(path + "/lease", "{}"));
        Path target = Path.of(System.getenv().getOrDefault("LIENTHONG_OUT", "received.asice"));
        var content = http.send(request(path + "/package", RECIPIENT).header("Lienthong-Lease", lease).build(), BodyHandlers.ofFile(target));
        // The digest is computed over what arrived, never copied from the lease: the node compares.
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(content.body())));
        return post(path + "/acknowledgement", "{\"leaseId\":\"" + lease + "\",\"packageSha512\":\"" + digest + "\"}");
    }
}
