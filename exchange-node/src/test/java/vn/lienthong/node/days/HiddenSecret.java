package vn.lienthong.node.days;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import vn.lienthong.node.testing.Installation;

/** Asks every page and door of a node for a secret by every name that it has, and for what does not exist: both sound the same. */
final class HiddenSecret {

    private static final String NO_ID = "0193ab00-0000-7000-8000-00000000dead";
    private static final String NO_NUMBER = "999999999";
    private static final Pattern NAMED = Pattern.compile("\\{(id|parcelId|entryId|document|parcel)\\}");
    private static final Pattern CHANGING = Pattern.compile(
            "name=\"(_csrf|_of)\" value=\"[^\"]*\"|\"(instance|traceId|correlationId|requestId)\":\"[^\"]*\""
                    + "|nonce-?=?\"?[A-Za-z0-9+/=_-]{16,}|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"
                    + "|Mã yêu cầu</span> <span[^>]*>[^<]*");
    private static final List<String> ASIDE =
            List.of("/api/v1/probe/", "/live", "/account/", "/sign-", "/exchange/", "/witness/");

    private final List<Route> routes;
    private final Visitors visitors;
    private final String ownKey;
    private final SecretTravel secret;

    HiddenSecret(Installation node, Visitors visitors, String ownKey, SecretTravel secret) {
        this.routes = Routes.of(node).stream()
                .filter(route -> ASIDE.stream().noneMatch(route.pattern()::startsWith))
                .toList();
        this.visitors = visitors;
        this.ownKey = ownKey;
        this.secret = secret;
    }

    /** Who asks, and how. */
    private interface Asker {
        HttpResponse<String> ask(Route route, String path);
    }

    /** Where the answers differ; nothing when the secret is hidden. */
    List<String> differences() {
        List<Callable<List<String>>> questions = new ArrayList<>();
        for (Map.Entry<String, Asker> asker : askers().entrySet()) {
            questions.add(() -> routes.stream()
                    .flatMap(route -> differences(asker.getKey(), asker.getValue(), route).stream())
                    .toList());
        }
        List<String> all = new ArrayList<>();
        try (ExecutorService visits = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> visit :
                    questions.stream().map(visits::submit).toList()) {
                all.addAll(visit.get());
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
        return all;
    }

    private Map<String, Asker> askers() {
        Map<String, Asker> askers = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            Browser browser = visitors.role(role);
            askers.put(role.name(), (route, path) -> visit(browser, route, path));
        }
        askers.put("KEY", (route, path) -> byKey(route, path));
        return askers;
    }

    private HttpResponse<String> visit(Browser browser, Route route, String path) {
        if (route.method().equals("GET") || route.method().equals("ANY")) {
            return browser.get(path);
        }
        Map<String, String> fields = new TreeMap<>(Map.of("_csrf", visitors.token(browser), "version", "1"));
        return route.method().equals("POST") && !route.multipart()
                ? browser.post(path, fields)
                : browser.ask(route.method(), path + "?_csrf=" + visitors.token(browser), "");
    }

    private HttpResponse<String> byKey(Route route, String path) {
        String body = route.method().equals("GET") ? "" : "{}";
        return visitors.anonymous()
                .ask(
                        route.method().equals("ANY") ? "GET" : route.method(),
                        path,
                        body,
                        "Authorization",
                        "Bearer " + ownKey,
                        "Accept",
                        "*/*",
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "hidden");
    }

    private List<String> differences(String who, Asker asker, Route route) {
        if (who.equals("KEY") != route.pattern().startsWith("/api/")) {
            return List.of();
        }
        return NAMED.matcher(route.pattern()).find()
                ? byName(who, asker, route)
                : route.method().equals("GET") ? inLists(who, asker, route) : List.of();
    }

    private List<String> byName(String who, Asker asker, Route route) {
        List<String> differences = new ArrayList<>();
        for (String name : secret.names()) {
            // Entries of the inbox are counted by themselves: elsewhere their numbers are those of other things.
            boolean elsewhere = !name.contains("-") && !route.pattern().startsWith("/api/v1/inbox/");
            if (elsewhere) {
                continue;
            }
            String nothing = name.contains("-") ? NO_ID : NO_NUMBER;
            String there = told(asker.ask(route, path(route, name)), name);
            String absent = told(asker.ask(route, path(route, nothing)), nothing);
            if (!there.equals(absent)) {
                differences.add(who + " " + route + " by " + name + ": " + firstOf(there, absent));
            }
        }
        return differences;
    }

    private static String firstOf(String there, String absent) {
        List<String> one = there.lines().toList();
        List<String> other = absent.lines().toList();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i).strip() + " but " + other.get(i).strip();
            }
        }
        return one.size() + " lines but " + other.size();
    }

    private List<String> inLists(String who, Asker asker, Route route) {
        if (route.pattern().contains("{") || route.pattern().contains("*")) {
            return List.of();
        }
        String body = asker.ask(route, route.pattern()).body();
        return secret.names().stream()
                .filter(name -> name.contains("-") && body.contains(name))
                .map(name -> who + " " + route + " names " + name)
                .toList();
    }

    private static String path(Route route, String name) {
        return NAMED.matcher(route.pattern())
                .replaceAll(name)
                .replace("{recipient}", TwoNodes.COMMUNE.value())
                .replaceAll("\\{[a-zA-Z]+\\}", "1")
                .replace("**", "x");
    }

    /** All of an answer but names and times. */
    private static String told(HttpResponse<String> answer, String name) {
        String place = answer.headers().firstValue("Location").orElse("");
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return CHANGING.matcher(answer.statusCode() + " " + place + " " + type + "\n" + answer.body())
                .replaceAll("")
                .replace(name.contains("-") ? name : "/" + name + "/", "NAME");
    }
}
