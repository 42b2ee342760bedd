package vn.lienthong.node.testing;

import java.io.ByteArrayOutputStream;
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
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Somebody without an account who has a file checked at a node.
 *
 * @param node address of the pages
 * @param tls whom it trusts
 */
public record VerifyPageVisitor(URI node, SSLContext tls) {

    private static final Pattern ACTION = Pattern.compile("action=\"(/verify\\?_csrf=[^\"]+)\"");
    private static final String BOUNDARY = "ranh-gioi-7f3a";

    /** Somebody who trusts the certificates in that file. */
    public static VerifyPageVisitor trusting(URI node, Path anchor) throws IOException {
        try {
            return new VerifyPageVisitor(node, trust(anchor));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** What the page says about the file. */
    public String check(Path file) throws IOException {
        try (HttpClient http = HttpClient.newBuilder().sslContext(tls).build()) {
            HttpResponse<String> form = http.send(
                    HttpRequest.newBuilder(node.resolve("/verify")).build(), HttpResponse.BodyHandlers.ofString());
            Matcher action = ACTION.matcher(form.body());
            if (!action.find()) {
                throw new AssertionError("no form but " + form.statusCode() + " " + form.body());
            }
            String cookie = form.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
            HttpRequest upload = HttpRequest.newBuilder(
                            node.resolve(action.group(1).replace("&amp;", "&")))
                    .header("Cookie", cookie)
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body(file)))
                    .build();
            HttpResponse<String> answer = http.send(upload, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] body(Path file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(Files.readAllBytes(file));
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static SSLContext trust(Path anchor) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(anchor)) {
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("c" + number, certificate);
                number++;
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
