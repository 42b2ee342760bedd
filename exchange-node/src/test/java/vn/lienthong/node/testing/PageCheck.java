package vn.lienthong.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches one page of a real browser and tells what is wrong with it. */
public final class PageCheck {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = "([tags, rules]) => axe.run(document, {runOnly: tags, rules: rules, resultTypes:"
            + " ['violations']}).then(found => found.violations.map(rule => rule.id + ': ' + rule.help + ' ' +"
            + " rule.nodes.slice(0, 3).map(node => node.html).join(' ')))";
    private static final Map<String, Object> COLOURS_SEEN = Map.of("color-contrast", Map.of("enabled", false));
    private static final String UNLABELLED =
            "[...document.querySelectorAll('input:not([type=hidden]),select,textarea')]"
                    + ".filter(e => !e.labels || e.labels.length === 0).map(e => e.outerHTML)";
    private static final String TOO_WIDE =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static final int SETTLING_MILLIS = 700;

    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Begins to watch. */
    public PageCheck(Page page) {
        this.page = page;
        page.onConsoleMessage(this::heard);
        page.onPageError(complaints::add);
        page.onRequestFinished(requests::add);
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
            complaints.add(message.text());
        }
    }

    /** No violation of WCAG 2.2 AA, every field has a label, nothing complained, nothing sticks out of the window. */
    public void passes(String what) {
        passes(what, Map.of());
    }

    /** As {@link #passes(String)}, for a page whose colours were looked at in a window of another size. */
    public void passesAgain(String what) {
        passes(what, COLOURS_SEEN);
    }

    private void passes(String what, Map<String, Object> rules) {
        if (!(Boolean) page.evaluate("() => typeof window.axe === 'object'")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(AXE, List.of(RULES, rules))).as(what).isEmpty();
        assertThat((List<?>) page.evaluate(UNLABELLED))
                .as("fields without label: " + what)
                .isEmpty();
        assertThat(complaints).as("console: " + what).isEmpty();
        fits(what);
    }

    /** Nothing sticks out of the window. */
    public void fits(String what) {
        assertThat(((Number) page.evaluate(TOO_WIDE)).intValue())
                .as("too wide: " + what)
                .isLessThanOrEqualTo(0);
    }

    /** What the requests since the beginning or the last call carried over the wire, in octets; forgets them. */
    public Load load() {
        page.waitForLoadState(LoadState.LOAD);
        // Not until nothing travels any more: the stream of live events never ends.
        page.waitForTimeout(SETTLING_MILLIS);
        int octets = 0;
        int html = 0;
        int count = 0;
        for (Request request : requests) {
            if (request.response() != null && !request.response().fromServiceWorker()) {
                int size = request.sizes().responseBodySize;
                octets += size + request.sizes().responseHeadersSize;
                html += "document".equals(request.resourceType()) ? size : 0;
                // The stream of live events is no part of the page: it stays open and speaks later.
                count += size > 0 && !"eventsource".equals(request.resourceType()) ? 1 : 0;
            }
        }
        requests.clear();
        return new Load(octets, html, count);
    }

    /**
     * What a page cost.
     *
     * @param octets of all answers with headers
     * @param html of the page itself
     * @param requests that carried something
     */
    public record Load(int octets, int html, int requests) {}

    /** Keeps a picture for people to look at. */
    public void picture(String name) {
        picture(Path.of("target/screenshots", name + ".png"));
    }

    /** Keeps a picture in a file. */
    public void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    }
}
