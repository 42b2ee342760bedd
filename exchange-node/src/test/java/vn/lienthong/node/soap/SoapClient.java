package vn.lienthong.node.soap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.NewApiKey;

/** A document-management system that speaks SOAP, written by hand: what every tool makes of the contract, and what none would. */
public record SoapClient(HttpClient http, String origin, ApiKeys keys, InstantSource clock) {

    public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    public static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
    static final String BOUNDARY = "uuid-ranh-gioi-7f3a";

    String key(AgencyCode agency, ApiScope... scopes) {
        NewApiKey wish =
                new NewApiKey(agency, "test", Set.of(scopes), clock.instant().plus(Duration.ofDays(1)));
        return keys.issue(wish).token().reveal();
    }

    public static String envelope(String namespace, String header, String payload) {
        return "<s:Envelope xmlns:s=\"" + namespace + "\"><s:Header>" + header + "</s:Header><s:Body>" + payload
                + "</s:Body></s:Envelope>";
    }

    public static String element(String operation, String content) {
        return "<" + operation + " xmlns=\"" + SoapReply.NAMESPACE + "\">" + content + "</" + operation + ">";
    }

    /** Calls an operation by SOAP 1.2. */
    public SoapReply call(String key, String operation, String content) throws IOException, InterruptedException {
        return post(key, "application/soap+xml;charset=utf-8", envelope(SOAP_12, "", element(operation, content)));
    }

    public SoapReply post(String key, String contentType, String text) throws IOException, InterruptedException {
        return post(key, contentType, BodyPublishers.ofString(text));
    }

    public SoapReply post(String key, String contentType, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request(key, contentType, body), BodyHandlers.ofByteArray());
        return SoapReply.of(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    HttpRequest request(String key, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + "/soap/v1"))
                .header("Content-Type", contentType)
                .POST(body);
        return (key.isEmpty() ? request : request.header("Authorization", "Bearer " + key)).build();
    }

    public static String mtom(String inner) {
        return "multipart/related; type=\"application/xop+xml\"; start=\"<root>\"; start-info=\"" + inner
                + "\"; boundary=\"" + BOUNDARY + "\"";
    }

    public static byte[] related(String inner, String envelope, Map<String, byte[]> attachments) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head(inner, envelope));
        attachments.forEach((id, octets) -> {
            body.writeBytes(("\r\n--" + BOUNDARY
                            + "\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
                            + id + ">\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(octets);
        });
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    static byte[] head(String inner, String envelope) {
        return ("--" + BOUNDARY + "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"" + inner
                        + "\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root>\r\n\r\n" + envelope)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String include(String id) {
        return "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:" + id + "\"/>";
    }
}
