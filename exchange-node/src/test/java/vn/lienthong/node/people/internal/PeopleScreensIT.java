package vn.lienthong.node.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.BreakGlass.Opening;
import vn.lienthong.node.identity.BreakGlass.Said;
import vn.lienthong.node.identity.BreakGlassOrder;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** The pages about accounts and rights in a real browser: accessible in both languages, and whole on a telephone. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class PeopleScreensIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode PLACE = new AgencyCode("H83.01");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final ClearanceAdministration clearances;
    private final Reviews reviews;
    private final BreakGlass entry;
    private final PlatformProperties platform;
    private final InstantSource clock;
    private final String origin;

    @Autowired
    PeopleScreensIT(
            Accounts accounts,
            SecondFactors factors,
            ClearanceAdministration clearances,
            Reviews reviews,
            BreakGlass entry,
            PlatformProperties platform,
            InstantSource clock,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clearances = clearances;
        this.reviews = reviews;
        this.entry = entry;
        this.platform = platform;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    private Person account(Role role, AgencyCode... agencies) {
        LoginName login = new LoginName(
                "screen" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Hồ Thị Màn Hình", Set.of(role), Set.of(agencies));
        return ((AccountCreation.Created) accounts.create(account, PASSWORD)).person();
    }

    private Page signedIn(BrowserContext context, Person person) {
        Authenticator phone = new Authenticator(factors.handOut(person.login()).reveal());
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(person.login().value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button[type=submit]").first().click();
        page.locator("#code").fill(phone.code(clock.instant()));
        page.locator("main button[type=submit]").last().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private void looks(Page page, List<String> paths) {
        PageCheck check = new PageCheck(page);
        for (String path : paths) {
            String name =
                    "people" + path.replaceAll("/(screen\\d+-\\w+|\\d+)", "").replace('/', '-');
            page.setViewportSize(1024, 768);
            page.navigate(origin + path + "?lang=en");
            check.passes(path + " in English");
            page.navigate(origin + path + "?lang=vi");
            check.passes(path);
            check.picture(name);
            page.setViewportSize(360, 640);
            check.fits(path + " at 360");
            check.picture(name + "-small");
        }
    }

    private void used() throws Exception {
        BreakGlass.Halves halves = new BreakGlassOrder(platform.data())
                .give(Duration.ofSeconds(30))
                .orElseThrow();
        Said said = new Said("Lê Thị Giữ", "Trần Văn Niêm", "Hệ thống định danh ngừng từ sáng", "192.0.2.83");
        assertThat(entry.open(halves, said)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void showsOfficersWhatTheyReviewInBothLanguagesAndOnATelephone(Window window) throws Exception {
        Person officer = account(Role.SECURITY_OFFICER);
        Person clerk = account(Role.CLERK, PLACE);
        LocalDate day = LocalDate.of(2030, 12, 31);
        var _ = clearances.propose(clerk.login(), PLACE, Secrecy.SECRET, day.minusYears(2), "Quyết định 12", officer);
        long review = reviews.open("Quý IV năm 2026", PLACE, day, officer);
        try (BrowserContext context = window.open(1024, 768, true)) {
            Page page = signedIn(context, officer);
            assertThat(page.locator("nav a[href='/people/rights']").count()).isEqualTo(1);
            looks(page, List.of("/people/break-glass"));
            used();
            looks(
                    page,
                    List.of(
                            "/people/rights",
                            "/people/reviews",
                            "/people/reviews/" + review,
                            "/people/clearances",
                            "/people/break-glass"));
        } finally {
            Person reviewer = account(Role.SECURITY_OFFICER);
            entry.standing()
                    .ifPresent(use -> assertThat(entry.close(use.id(), "Đã xem", reviewer))
                            .isEqualTo(BreakGlass.Closing.DONE));
        }
    }

    @Test
    void showsAdministratorsAccountsInBothLanguagesAndOnATelephone(Window window) {
        Person administrator = account(Role.ADMINISTRATOR);
        String clerk = account(Role.CLERK, PLACE).login().value();
        try (BrowserContext context = window.open(1024, 768, true)) {
            looks(
                    signedIn(context, administrator),
                    List.of(
                            "/accounts",
                            "/accounts/new",
                            "/accounts/person/" + clerk,
                            "/accounts/assign/" + clerk,
                            "/accounts/person/" + clerk + "/disable",
                            "/people/roles/" + clerk,
                            "/people/life/" + clerk));
        }
        try (BrowserContext context = window.open(1024, 768, true)) {
            looks(context.newPage(), List.of("/sign-in", "/sign-in/break-glass", "/invitation"));
        }
    }
}
