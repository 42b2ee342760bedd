package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** What every main page really carries over the wire, measured in a browser. A new page joins with a line in one of the lists. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class PageBudgetIT {

    private static final List<String> OFFICER = List.of(
            "/events",
            "/events?period=7d&channel=WEB",
            "/access",
            "/integrity",
            "/alerts",
            "/alerts/rules",
            "/alerts/watch?kind=AGENCY_SILENT",
            "/exports",
            "/retention",
            "/dossiers",
            "/account",
            "/account/password");
    private static final List<String> CLERK = List.of(
            "/",
            "/incoming",
            "/incoming/new",
            "/outgoing",
            "/tracking",
            "/groups",
            "/registers",
            "/reports",
            "/search",
            "/search?q=bao&from=-30",
            "/notifications",
            "/notifications/settings",
            "/directory",
            "/account");
    private static final List<String> ADMINISTRATOR = List.of("/accounts", "/accounts/new", "/calendar", "/account");

    private static final int FIRST_OCTETS = 80_000;
    private static final int REPEATED_OCTETS = 15_000;
    private static final int PAGE_OCTETS = 15_000;
    private static final int REQUESTS = 6;
    private static final int EVENTS = 60;
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final InstantSource clock;
    private final String origin;

    @Autowired
    PageBudgetIT(Accounts accounts, SecondFactors factors, InstantSource clock, ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void pagesOfTheSecurityOfficerStayInTheBudget(Window window) {
        measure(window, Role.SECURITY_OFFICER, OFFICER);
    }

    @Test
    void pagesOfTheClerkStayInTheBudget(Window window) {
        measure(window, Role.CLERK, CLERK);
    }

    @Test
    void pagesOfTheAdministratorStayInTheBudget(Window window) {
        measure(window, Role.ADMINISTRATOR, ADMINISTRATOR);
    }

    private void measure(Window window, Role role, List<String> paths) {
        SoftAssertions all = new SoftAssertions();
        try (BrowserContext session = window.open(1024, 600, true)) {
            Page signedIn = signedIn(session, role);
            for (int at = 0; role == Role.SECURITY_OFFICER && at < EVENTS; at++) {
                signedIn.request().get(origin + "/access?object=some-document-" + at);
            }
            for (String path : paths) {
                measure(window, session.cookies(), path, all);
            }
        }
        all.assertAll();
    }

    private void measure(Window window, List<Cookie> cookies, String path, SoftAssertions all) {
        try (BrowserContext fresh = window.open(1024, 600, true)) {
            fresh.addCookies(cookies);
            Page page = fresh.newPage();
            PageCheck check = new PageCheck(page);
            page.navigate(origin + path);
            PageCheck.Load first = check.load();
            page.navigate(origin + "/problems/LT-2005");
            check.load();
            page.navigate(origin + path);
            PageCheck.Load repeated = check.load();
            all.assertThat(first.octets()).as("first load of " + path).isLessThanOrEqualTo(FIRST_OCTETS);
            all.assertThat(first.requests()).as("requests of " + path).isBetween(1, REQUESTS);
            all.assertThat(first.html()).as("the page itself: " + path).isBetween(500, PAGE_OCTETS);
            all.assertThat(repeated.octets()).as("repeated load of " + path).isLessThanOrEqualTo(REPEATED_OCTETS);
        }
    }

    private Page signedIn(BrowserContext context, Role role) {
        LoginName login = new LoginName("budget" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị Ba", Set.of(role), Set.of(new AgencyCode("H37.02")));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        if (role.needsSecondFactor()) {
            Authenticator phone = new Authenticator(factors.handOut(login).reveal());
            page.locator("main button").click();
            page.locator("#code").fill(phone.code(clock.instant()));
        }
        page.locator("main button").click();
        assertThat(page.locator("header").innerText()).contains("Trần Thị Ba");
        return page;
    }
}
