package vn.lienthong.node.days;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.lienthong.node.days.Routes.Route;
import vn.lienthong.node.testing.Browser;

/** Follows the links of one person's pages, some of each kind, and keeps where a page was. */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final int OF_A_NEW_KIND = 6;
    private static final int OF_A_KNOWN_KIND = 2;

    private final Browser browser;
    private final List<PathPattern> patterns;
    private final Set<String> known;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    Crawl(Browser browser, List<Route> routes, Set<String> known) {
        this.known = Set.copyOf(known);
        this.browser = browser;
        PathPatternParser parser = PathPatternParser.defaultInstance;
        this.patterns = routes.stream()
                .filter(route -> route.method().equals("GET"))
                .map(route -> parser.parse(route.pattern()))
                .sorted()
                .toList();
    }

    /** Begins at these paths; the pages that were found, the first of each pattern. */
    Map<String, String> from(List<String> paths) {
        open.addAll(paths);
        while (!open.isEmpty()) {
            visit(open.remove());
        }
        return Map.copyOf(pages);
    }

    private void visit(String path) {
        Optional<String> pattern = pattern(path);
        if (pattern.isEmpty() || !seen.add(path) || isEnough(pattern.get())) {
            return;
        }
        HttpResponse<String> answer = browser.get(path);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() == 200 && type.startsWith("text/html")) {
            pages.putIfAbsent(pattern.get(), path);
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                open.add(links.group(1).replace("&amp;", "&"));
            }
        }
    }

    private boolean isEnough(String pattern) {
        int most = known.contains(pattern) ? OF_A_KNOWN_KIND : OF_A_NEW_KIND;
        return asked.merge(pattern, 1, Integer::sum) > most;
    }

    private Optional<String> pattern(String path) {
        boolean aside = path.startsWith("/assets/") || path.startsWith("/sign-") || path.contains("lang=");
        String place = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        PathContainer parsed = PathContainer.parsePath(place);
        return aside
                ? Optional.empty()
                : patterns.stream()
                        .filter(pattern -> pattern.matches(parsed))
                        .findFirst()
                        .map(PathPattern::getPatternString);
    }
}
