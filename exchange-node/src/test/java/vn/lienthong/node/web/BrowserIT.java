package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
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
import vn.lienthong.node.testing.SettableClock;

/** The pages in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@Import({SampleOverviews.class, SettableClock.class})
class BrowserIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> PAGES = List.of(
            "/",
            "/incoming",
            "/outgoing",
            "/directory",
            "/account",
            "/account/second-factor",
            "/ui-kit",
            "/problems/LT-2005",
            "/nothing-here");

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final String origin;

    @Autowired
    BrowserIT(Accounts accounts, SecondFactors factors, SettableClock clock, ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void everyPageIsAccessibleInBothLanguagesAndOnSmallScreens(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK));
            PageCheck check = new PageCheck(page);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.passes(path);
                check.picture("clerk" + path.replace('/', '-'));
            }
            page.navigate(origin + "/?lang=en");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            check.passes("English");
            page.setViewportSize(360, 640);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.fits(path + " at 360");
            }
            check.picture("small-ui-kit");
        }
    }

    @Test
    void signsInWithACodeAndShowsFaultsWhereTheyAre(Window window) {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, login);
            PageCheck check = new PageCheck(page);
            page.getByLabel("Mã xác thực").fill(phone.wrongCode(clock.instant()));
            page.locator("button[type=submit]").last().click();
            assertThat(page.locator("#problem:focus").count()).isEqualTo(1);
            assertThat(page.title()).startsWith("Lỗi:");
            check.passes("wrong code");
            check.picture("wrong-code");
            page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
            page.locator("button[type=submit]").last().click();
            page.waitForURL(origin + "/accounts");
            check.passes("accounts");
            check.picture("accounts");
            page.getByLabel("Tên đăng nhập hoặc họ tên").fill(login.value());
            page.locator("main button").click();
            page.locator("#accounts a").click();
            check.passes("found account");
            check.picture("accounts-one");
            page.getByText("Xóa mã xác thực").click();
            check.passes("confirmation");
            check.picture("confirmation");
            opensAnAccount(page, check);
        }
    }

    private void opensAnAccount(Page page, PageCheck check) {
        page.navigate(origin + "/accounts/new");
        page.locator("main form button").click();
        assertThat(page.locator("#problem:focus").innerText()).contains("Chọn ít nhất một vai trò");
        check.passes("new account with faults");
        check.picture("accounts-new");
        page.locator("#name").fill("Đỗ Văn Bảy");
        page.locator("#login").fill("bay.dv");
        page.getByLabel("Văn thư").check();
        page.locator("#agencies").fill(SampleOverviews.OWNER.value());
        page.locator("main form button").click();
        check.passes("first password");
        check.picture("accounts-password");
        page.locator("main a[role=button]").click();
        page.getByText("Đổi vai trò, cơ quan").click();
        check.passes("roles and agencies");
        check.picture("accounts-assign");
        page.navigate(origin + "/account/password");
        page.locator("main form button").click();
        check.passes("own password");
        check.picture("account-password");
    }

    @Test
    void setsUpASecondFactorWithoutScripts(Window window) {
        try (BrowserContext context = window.open(360, 640, false)) {
            Page page = signedIn(context, account(Role.SECURITY_OFFICER));
            assertThat(page.url()).endsWith("/sign-in/enrol");
            new PageCheck(page).picture("enrol");
            Authenticator phone = new Authenticator(page.locator("#secret").innerText());
            page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
            page.locator("main button").click();
            assertThat(page.locator("#recovery-codes li").count()).isEqualTo(10);
            page.locator("main a[role=button]").click();
            assertThat(page.locator("header").innerText()).contains("Trần Thị Ba");
        }
    }

    @Test
    void staysInTheBudgets(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK));
            page.close();
            context.clearCookies();
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/sign-in");
            PageCheck.Load first = check.load();
            assertThat(first.octets()).isBetween(30_000, 80_000);
            assertThat(first.requests()).isLessThanOrEqualTo(6);
            page.navigate(origin + "/ui-kit");
            page.navigate(origin + "/sign-in");
            PageCheck.Load repeated = check.load();
            assertThat(repeated.octets()).isLessThan(15_000);
            assertThat(repeated.html()).isLessThan(15_000);
        }
    }

    @Test
    void picksADateWithTheKeyboard(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK));
            page.navigate(origin + "/ui-kit");
            page.locator("#filter-date").fill("05/04/2026");
            page.locator("[data-calendar=filter-date]").click();
            PageCheck check = new PageCheck(page);
            assertThat(page.locator(".lt-calendar").innerText()).contains("Tháng 4 2026", "T2");
            check.passes("calendar");
            check.picture("calendar");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Enter");
            assertThat(page.locator("#filter-date").inputValue()).isEqualTo("13/04/2026");
            assertThat(page.locator(".lt-calendar").count()).isZero();
        }
    }

    private Page signedIn(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("chromium" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị Ba", Set.of(role), Set.of(SampleOverviews.OWNER));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
