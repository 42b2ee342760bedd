package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.function.Predicate;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.testing.Installation;

/** The pages of one node, as a person finds them. */
record Desk(String origin) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PAUSE_MILLIS = 200;

    static Desk of(Installation node) {
        return new Desk("https://127.0.0.1:" + node.address().getPort());
    }

    /** A page of a person who has signed in. */
    Page signedIn(BrowserContext context, LoginName login) {
        Page page = named(context, login);
        assertThat(page.url()).doesNotContain("/sign-in");
        return page;
    }

    /** A page of a person who has signed in with a code of a telephone besides. */
    Page signedIn(BrowserContext context, LoginName login, String code) {
        Page page = named(context, login);
        page.locator("#code").fill(code);
        page.locator("main form button[type=submit]").last().click();
        page.waitForLoadState();
        assertThat(page.url()).doesNotContain("/sign-in");
        return page;
    }

    private Page named(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(TwoNodes.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForLoadState();
        return page;
    }

    void open(Page page, String path) {
        page.navigate(origin + path);
    }

    /** Looks at a page again and again until it says what is waited for; without scripts. */
    void openUntil(Page page, String path, String place, Predicate<String> said) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            open(page, path);
            if (page.locator(place).count() > 0
                    && said.test(page.locator(place).first().innerText())) {
                return;
            }
            page.waitForTimeout(PAUSE_MILLIS);
        }
        throw new AssertionError(path + " says: " + page.locator("main").innerText());
    }

    /** The notice after something was done. */
    static String notice(Page page) {
        Locator notice = page.locator("#notice");
        notice.waitFor();
        return notice.innerText();
    }
}
