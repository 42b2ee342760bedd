package vn.lienthong.node.days;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import vn.lienthong.node.days.Routes.Route;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.Browser;

/** Asks every route of a node from the outside, as nobody, as every role, and as a clerk of another agency. */
final class RightsOfAll {

    private static final Map<String, String> ANYTHING = Map.ofEntries(
            Map.entry("version", "1"),
            Map.entry("then", "save"),
            Map.entry("step", "send"),
            Map.entry("reason", "OTHER"),
            Map.entry("text", "Thử xem có được không"),
            Map.entry("words", "Thử"),
            Map.entry("why", "Thử xem có được không"),
            Map.entry("recipient", "H10.21"),
            Map.entry("recipients", "H10.21"),
            Map.entry("act", "recall"),
            Map.entry("decision", "agree"),
            Map.entry("request", "0193ab00-0000-7000-8000-00000000dead"),
            Map.entry("name", "Thử"),
            Map.entry("number", "1"),
            Map.entry("size", "1000"),
            Map.entry("main", "true"),
            Map.entry("format", "CSV"),
            Map.entry("do", "save"));
    private static final String BOUNDARY = "ranh-gioi";
    private static final String NO_FILE =
            "--ranh-gioi\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n1\r\n--ranh-gioi--\r\n";

    private static final Pattern NORTHERN = Pattern.compile("/(outgoing|groups|recalls|tracking|api/v1/dispatches)");
    private static final String BUSY = "503";
    private static final String LAST = "/account/sign-out-everywhere";

    private final List<Route> routes;
    private final Place north;
    private final Place south;

    RightsOfAll(Stage stage, Visitors north, Visitors south) {
        this.routes = Routes.of(stage.nodes().south());
        this.north = new Place(north, new Samples(stage.nodes().north(), TwoNodes.PROVINCE));
        this.south = new Place(south, new Samples(stage.nodes().south(), TwoNodes.COMMUNE));
    }

    /** Who asks at a node, and what is there. */
    private record Place(Visitors visitors, Samples samples) {}

    /** Each route with what each visitor is answered, as the table says it. */
    List<String> asked() {
        List<Route> all = new ArrayList<>(routes);
        // The probes are no part of the program; the stream of live events never ends and has a test of its own.
        all.removeIf(route ->
                route.pattern().startsWith("/api/v1/probe/") || route.pattern().equals("/live"));
        // Whoever has ended all sessions can ask nothing afterwards.
        all.sort(Comparator.comparing(route -> route.pattern().equals(LAST)));
        try (ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor()) {
            return all.stream()
                    .map(route -> route + " | " + String.join(" ", asked(route, visits)))
                    .sorted()
                    .toList();
        }
    }

    /** All visitors ask at once, each with a browser of its own. */
    private List<String> asked(Route route, ExecutorService visits) {
        Place place = NORTHERN.matcher(route.pattern()).lookingAt() ? north : south;
        boolean looks = route.method().equals("GET") || route.method().equals("HEAD");
        String real = place.samples().real(route.pattern());
        String own = looks ? real : place.samples().unknown(route.pattern());
        Visitors visitors = place.visitors();
        List<Callable<String>> questions = new ArrayList<>();
        questions.add(() -> told(send(visitors, visitors.anonymous(), route, real)));
        for (Role role : Role.values()) {
            questions.add(() -> told(send(visitors, visitors.role(role), route, own)));
        }
        boolean machine = route.pattern().startsWith("/api/");
        questions.add(
                () -> told(machine ? byKey(visitors, route, real) : send(visitors, visitors.foreign(), route, real)));
        List<String> answers = new ArrayList<>(questions.stream().map(visits::submit).toList().stream()
                .map(RightsOfAll::answer)
                .toList());
        // Some doors let only a few in at a time, whoever they are.
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).equals(BUSY)) {
                answers.set(i, answer(visits.submit(questions.get(i))));
            }
        }
        return answers;
    }

    private static String answer(Future<String> visit) {
        try {
            return visit.get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static HttpResponse<String> byKey(Visitors visitors, Route route, String path) {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + visitors.key(), "Accept", "*/*"));
        headers.addAll(List.of("Content-Type", "application/json", "Tus-Resumable", "1.0.0"));
        headers.addAll(List.of("Idempotency-Key", "visit-" + System.nanoTime()));
        String body = route.method().equals("GET") ? "" : "{}";
        return visitors.foreign().ask(route.method(), path, body, headers.toArray(String[]::new));
    }

    private static HttpResponse<String> send(Visitors visitors, Browser browser, Route route, String path) {
        String token = visitors.token(browser);
        String withToken = path + "?_csrf=" + token;
        if (route.multipart()) {
            return browser.ask("POST", withToken, NO_FILE, "Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        }
        return switch (route.method()) {
            case "GET", "ANY" -> browser.get(path);
            case "POST" -> {
                Map<String, String> fields = new TreeMap<>(ANYTHING);
                fields.put("_csrf", token);
                yield browser.post(path, fields);
            }
            case "PATCH" -> browser.ask("PATCH", withToken, "x", "Upload-Offset", "0");
            default -> browser.ask(route.method(), path, "");
        };
    }

    private static String told(HttpResponse<String> answer) {
        String place = answer.headers().firstValue("Location").orElse("");
        return place.contains("/sign-in") ? "in" : Integer.toString(answer.statusCode());
    }
}
