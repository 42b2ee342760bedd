package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of requests as editors play it: as much of that as ours uses. */
final class RequestCollection {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern ANSWERED = Pattern.compile("(\\w+)\\.response\\.body\\.\\$\\.(.+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> definitions;
    private final List<String> requests;
    private final Map<String, String> answers = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private RequestCollection(List<String> definitions, List<String> requests) {
        this.definitions = definitions;
        this.requests = requests;
    }

    /** Where variables of the environment come from. */
    interface Environment {
        String get(String name) throws IOException;
    }

    static RequestCollection read(Path file) throws IOException {
        String[] parts = Files.readString(file).split("(?m)^### .*\\R");
        List<String> definitions =
                parts[0].lines().filter(line -> line.startsWith("@")).toList();
        return new RequestCollection(definitions, Arrays.stream(parts).skip(1).toList());
    }

    int size() {
        return requests.size();
    }

    /** Plays all of them, in their order, and returns their first lines; each must be answered with the status that it names. */
    List<String> play(Path authority, Environment environment) throws IOException {
        List<String> played = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(authority)).build()) {
            for (String request : requests) {
                played.add(play(client, request, environment));
            }
        }
        return played;
    }

    private String play(HttpClient client, String text, Environment environment) throws IOException {
        List<String> notes = text.lines().filter(line -> line.startsWith("# ")).toList();
        String rest = resolved(text.replaceAll("(?m)^# .*\\R", ""), environment).strip();
        String[] headAndBody = rest.split("\n\n", 2);
        List<String> head = headAndBody[0].lines().toList();
        String[] line = head.getFirst().split(" ", 2);
        String body = headAndBody.length > 1 ? headAndBody[1].replace("\n", "\r\n") + "\r\n" : "";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(line[1]))
                .timeout(PATIENCE)
                .method(line[0], HttpRequest.BodyPublishers.ofString(body));
        head.stream().skip(1).forEach(header -> {
            String[] pair = header.split(": ", 2);
            request.header(pair[0], pair[1]);
        });
        HttpResponse<String> response = send(client, request.build());
        assertThat("# expects " + response.statusCode())
                .as("%s\n%s", head.getFirst(), response.body())
                .isIn(notes);
        notes.stream()
                .filter(note -> note.startsWith("# @name "))
                .forEach(note -> answers.put(note.substring("# @name ".length()), response.body()));
        return head.getFirst();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String resolved(String text, Environment environment) throws IOException {
        Matcher variables = VARIABLE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (variables.find()) {
            variables.appendReplacement(resolved, Matcher.quoteReplacement(value(variables.group(1), environment)));
        }
        return variables.appendTail(resolved).toString();
    }

    private String value(String name, Environment environment) throws IOException {
        if (name.equals("$guid")) {
            return "collection-" + number.incrementAndGet();
        }
        if (name.startsWith("$processEnv ")) {
            return environment.get(name.substring("$processEnv ".length()));
        }
        Matcher answered = ANSWERED.matcher(name);
        if (answered.matches()) {
            return member(answered.group(1), answered.group(2));
        }
        for (String definition : definitions) {
            if (definition.startsWith("@" + name + " = ")) {
                return resolved(definition.substring(name.length() + " = ".length() + 1), environment);
            }
        }
        throw new IOException("no variable " + name);
    }

    private String member(String request, String path) throws IOException {
        String answer = answers.get(request);
        if (answer == null) {
            throw new IOException("nothing was answered to " + request);
        }
        JsonNode found = JSON.readTree(answer).at("/" + path.replace(".", "/").replaceAll("\\[(\\d+)]", "/$1"));
        return found.asString();
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try (var pem = Files.newInputStream(authority)) {
            KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
            anchors.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry("ca" + anchors.size(), one);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
