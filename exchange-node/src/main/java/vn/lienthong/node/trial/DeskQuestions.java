package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.node.client.PinnedTrust;

/** Asks a node for pages as a clerk's browser does, and measures from the question to the last octet of the page. */
final class DeskQuestions {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARM_UP = 5;

    private final Endpoints.Installation node;
    private final int documents;
    private final HttpClient client;

    DeskQuestions(Endpoints.Installation node, int documents) throws IOException {
        this.node = node;
        this.documents = documents;
        this.client = HttpClient.newBuilder()
                .sslContext(PinnedTrust.of(Path.of(node.caCertificate())))
                .cookieHandler(new CookieManager())
                .build();
    }

    Map<String, Map<String, Double>> measure(int repeat, Narrator narrator) throws StepFailedException {
        signIn();
        Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> question : questions(repeat).entrySet()) {
            List<String> paths = question.getValue();
            for (int i = 0; i < WARM_UP; i++) {
                int _ = get(paths.get(i % paths.size())).statusCode();
            }
            List<Duration> took = new ArrayList<>();
            for (int i = 0; i < repeat; i++) {
                long begun = System.nanoTime();
                int status = get(paths.get(i % paths.size())).statusCode();
                took.add(Duration.ofNanos(System.nanoTime() - begun));
                if (status >= 400) {
                    throw new StepFailedException("Đo / Benchmark", question.getKey() + " was answered " + status);
                }
            }
            Percentiles percentiles = new Percentiles(took);
            Map<String, Double> figure = new LinkedHashMap<>();
            figure.put("p50", percentiles.millisAt(50));
            figure.put("p99", percentiles.millisAt(99));
            figures.put(question.getKey(), figure);
            narrator.say(question.getKey() + " " + figure);
        }
        return figures;
    }

    private Map<String, List<String>> questions(int repeat) {
        int incoming = documents * 6 / 10;
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("incoming: waiting", List.of("/incoming"));
        all.put("incoming: all", List.of("/incoming?tab=all"));
        all.put("incoming: all, in the middle", List.of("/incoming?tab=all&at=0-" + incoming / 2));
        all.put("outgoing", List.of("/outgoing"));
        all.put("outgoing: in the middle", List.of("/outgoing?before=" + documents * 3 / 20));
        all.put("tracking", List.of("/tracking"));
        all.put("search: common words (bao cao)", words("bao cao"));
        all.put("search: four common words", words("tang cuong dat dai"));
        all.put("search: urgency, number, notation", each("hoa toc %s ubnd", numbers(repeat)));
        all.put("search: number and notation", each("%s/QĐ-UBND", numbers(repeat)));
        all.put("search: bare number", each("%s", numbers(repeat)));
        all.put("search: a name", each("%s", DeskFilling.names()));
        all.put("search: a name and a thing", each("tuyen quan %s", DeskFilling.names()));
        all.put("search: common words that seldom meet", words("de dieu tuyen quan mam non"));
        all.put("search: one rare word", each("%sx", List.of("abcd", "k3p1", "m00z", "b7a9", "f2q4")));
        all.put("search: nothing", words("khongcochunao"));
        all.put("search: common words, rare state", List.of("/search?q=bao+cao&state=incoming:ARRIVED"));
        all.put(
                "search: common words, year and type",
                List.of("/search?q=bao+cao&until=-200&type=" + coded("Báo cáo")));
        all.put("incoming list: common words", List.of("/incoming?q=bao+cao"));
        all.put("incoming list, all: common words", List.of("/incoming?tab=all&q=bao+cao"));
        all.put("incoming list, all: a name", asked("/incoming?tab=all&q=", "%s", DeskFilling.names()));
        all.put("outgoing list: common words", List.of("/outgoing?q=bao+cao"));
        all.put("outgoing list: a name", asked("/outgoing?q=", "%s", DeskFilling.names()));
        return all;
    }

    private static List<String> numbers(int repeat) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < repeat; i++) {
            numbers.add(Integer.toString(7 + i * 53));
        }
        return numbers;
    }

    private static List<String> words(String words) {
        return List.of("/search?q=" + coded(words));
    }

    private static List<String> each(String pattern, List<String> values) {
        return asked("/search?q=", pattern, values);
    }

    private static List<String> asked(String path, String pattern, List<String> values) {
        return values.stream()
                .map(value -> path + coded(pattern.replace("%s", value)))
                .toList();
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void signIn() throws StepFailedException {
        Endpoints.User clerk = node.users().stream()
                .filter(user -> user.roles().contains("CLERK"))
                .findFirst()
                .orElseThrow(() -> new StepFailedException("Đo / Benchmark", "there is no clerk"));
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new StepFailedException("Đo / Benchmark", "there is no form to sign in");
        }
        String form = "login=" + coded(clerk.login()) + "&password=" + coded(clerk.password()) + "&_csrf="
                + coded(token.group(1));
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(node.baseUrl().resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302 || get("/search").statusCode() != 200) {
            throw new StepFailedException("Đo / Benchmark", "the clerk could not sign in: " + answer.statusCode());
        }
    }

    private HttpResponse<String> get(String path) throws StepFailedException {
        return ask(HttpRequest.newBuilder(URI.create(node.baseUrl() + path)).GET());
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws StepFailedException {
        try {
            return client.send(
                    request.timeout(PATIENCE).header("Accept", "text/html").build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new StepFailedException("Đo / Benchmark", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StepFailedException("Đo / Benchmark", "interrupted");
        }
    }
}
