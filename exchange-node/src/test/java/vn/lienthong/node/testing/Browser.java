package vn.lienthong.node.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import vn.lienthong.node.listener.ListenerPorts;

/** A browser without JavaScript: keeps cookies, reads the one-time token of forms, does not follow redirects by itself. */
public final class Browser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String origin;
    private final Map<String, String> cookies = new TreeMap<>();

    /** Opens no connection yet. */
    public Browser(ListenerPorts ports, SSLContext trust) {
        this.client = HttpClient.newBuilder().sslContext(trust).build();
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    /** Asks for a page as a browser does; further headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).GET(), headers);
    }

    /** Sends a form without any token of its own. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(origin + path)).POST(HttpRequest.BodyPublishers.ofString(body)),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /**
     * Sends octets as a script does; further headers as name, value, name, value.
     *
     * @throws UncheckedIOException when the octets or the connection break off
     */
    public HttpResponse<String> octets(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).method(method, body), headers);
    }

    /** The token of the forms on a page. */
    public String token(String page) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return token.group(1);
    }

    /** Opens the sign-in page and sends its form. */
    public HttpResponse<String> signIn(String login, String password) {
        return submit("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    /** Opens a page, takes the token of its first form, and sends the fields with it. */
    public HttpResponse<String> submit(String page, String target, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token(page));
        return post(target, all);
    }

    /** Asks with any method; an empty body is none. */
    public HttpResponse<String> ask(String method, String path, String body, String... headers) {
        HttpRequest.BodyPublisher sent =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return send(HttpRequest.newBuilder(URI.create(origin + path)).method(method, sent), headers);
    }

    /** The value of a cookie, empty when it is not set. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Puts a cookie there, as an attacker would. */
    public void plant(String name, String value) {
        cookies.put(name, value);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Accept")) {
            all.addAll(List.of("Accept", "text/html,application/xhtml+xml"));
        }
        if (!cookies.isEmpty()) {
            String jar = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            all.addAll(List.of("Cookie", jar));
        }
        try {
            HttpResponse<String> answer = client.send(
                    request.headers(all.toArray(String[]::new)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String header) {
        String pair = header.contains(";") ? header.substring(0, header.indexOf(';')) : header;
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
