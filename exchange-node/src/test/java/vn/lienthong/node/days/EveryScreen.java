package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import vn.lienthong.node.days.Routes.Route;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.Installation;
import vn.lienthong.node.testing.PageCheck;

/** Every screen of a node as people of every role find it by its links, at three widths; pictures of all for people to look at. */
final class EveryScreen {

    private static final Path PICTURES = Path.of("target/screens");
    private static final List<String> COOKIES = List.of("__Host-lienthong", "__Host-lienthong-form");
    private static final List<Role> OFTEN_FIRST =
            List.of(Role.CLERK, Role.LEADER, Role.OFFICER, Role.SECURITY_OFFICER, Role.ADMINISTRATOR, Role.OPERATOR);
    private static final List<String> BEGIN =
            List.of("/", "/incoming?tab=all", "/account", "/ui-kit", "/problems/LT-2005", "/verify");

    private static final int[][] OTHER_WIDTHS = {{1440, 900}, {360, 640}};
    private static final int PAGE_OCTETS = 15_000;

    private final Installation node;
    private final Desk desk;
    private final Visitors visitors;
    private final Window window;

    EveryScreen(Installation node, Visitors visitors, Window window) {
        this.node = node;
        this.desk = Desk.of(node);
        this.visitors = visitors;
        this.window = window;
    }

    /** Where each role finds each kind of page; a kind that is known already does not count. */
    Map<Role, List<String>> found(Set<String> known, Map<Role, List<String>> more) {
        List<Route> routes = Routes.of(node);
        Map<Role, List<String>> found = new LinkedHashMap<>();
        for (Role role : OFTEN_FIRST) {
            List<String> begin = new ArrayList<>(BEGIN);
            begin.addAll(more.getOrDefault(role, List.of()));
            Map<String, String> pages = new Crawl(visitors.role(role), routes, known).from(begin);
            List<String> paths = new ArrayList<>(more.getOrDefault(role, List.of()));
            pages.forEach((pattern, path) -> {
                if ((pattern.equals("/") || known.add(pattern)) && !paths.contains(path)) {
                    paths.add(path);
                }
            });
            found.put(role, paths.stream().sorted().toList());
        }
        return found;
    }

    /** Checks the pages of one role; how many there were. */
    int check(Role role, List<String> paths, SoftAssertions all) {
        Browser visitor = visitors.role(role);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            context.addCookies(COOKIES.stream()
                    .map(name -> new Cookie(name, visitor.cookie(name)).setUrl(desk.origin()))
                    .toList());
            Page page = context.newPage();
            PageCheck check = new PageCheck(page);
            for (String path : paths) {
                Response answer = page.navigate(desk.origin() + path);
                assertThat(answer.request().sizes().responseBodySize)
                        .as("octets of " + path)
                        .isLessThan(PAGE_OCTETS);
                assertThat(page.url()).as(role + " " + path).doesNotContain("/sign-in");
                all.check(() -> check.passes(role + " " + path));
                check.picture(PICTURES.resolve(name(role, path) + "-" + Stage.WIDTH + ".png"));
                for (int[] size : OTHER_WIDTHS) {
                    page.setViewportSize(size[0], size[1]);
                    all.check(() -> check.passesAgain(role + " " + path + " at " + size[0]));
                }
                check.picture(PICTURES.resolve(name(role, path) + "-360.png"));
                page.setViewportSize(Stage.WIDTH, Stage.HEIGHT);
            }
        }
        return paths.size();
    }

    /** The same from run to run: numbers and identifiers of things differ. */
    private static String name(Role role, String path) {
        String name = path.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("/\\d+", "/n")
                .replaceAll("[^A-Za-z0-9=]+", "-")
                .replaceAll("-$", "");
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + (name.isEmpty() ? "-home" : name);
    }
}
