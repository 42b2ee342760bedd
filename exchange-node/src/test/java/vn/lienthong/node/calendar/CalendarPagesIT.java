package vn.lienthong.node.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.calendar.WorkingCalendar;
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

/** The administrator sets working time, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class CalendarPagesIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> PAGES =
            List.of("/calendar", "/calendar?year=2027", "/calendar/hours", "/calendar/due", "/calendar/changes");

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Calendars calendars;
    private final InstantSource clock;
    private final String origin;

    @Autowired
    CalendarPagesIT(
            Accounts accounts, SecondFactors factors, Calendars calendars, InstantSource clock, ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.calendars = calendars;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void entersADayAndTakesItBackWithoutScripts(Window window) {
        LocalDate day =
                WorkingCalendar.date(clock.instant()).plusYears(1).withMonth(8).withDayOfMonth(5);
        LocalDate working = calendars.current().nextWorkingDay(day);
        String typed = working.getDayOfMonth() + "/8/" + working.getYear();
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = administrator(context);
            page.navigate(origin + "/calendar");
            page.locator("#date").fill("31/2/2027");
            page.getByText("Lưu ngày này").click();
            assertThat(page.locator("#problem").innerText()).contains("Nhập một ngày", "Nhập tên của ngày");
            assertThat(page.locator("#date").inputValue()).isEqualTo("31/2/2027");
            page.locator("#date").fill(typed);
            page.locator("#name").fill("Ngày truyền thống");
            page.getByText("Lưu ngày này").click();
            assertThat(page.locator("main").innerText()).contains("Đã lưu", "Ngày truyền thống", "Đã nhập");
            assertThat(calendars.current().isWorkingDay(working)).isFalse();
            page.navigate(origin + "/calendar/changes");
            page.getByText("Hoàn tác").first().click();
            assertThat(calendars.current().isWorkingDay(working)).isTrue();
        }
    }

    @Test
    void whoComesSecondSeesWhoWasFirstAndLosesNothing(Window window) {
        try (BrowserContext context = window.open(1024, 600, true);
                BrowserContext other = window.open(1024, 600, true)) {
            Page first = administrator(context);
            Page second = administrator(other);
            first.navigate(origin + "/calendar/hours");
            second.navigate(origin + "/calendar/hours");
            first.locator("#day6").fill("7:30-11:30");
            first.getByText("Lưu giờ làm việc").click();
            assertThat(first.locator("#notice").innerText()).contains("Đã lưu");
            second.locator("#day7").fill("8:00-9:00");
            second.getByText("Lưu giờ làm việc").click();
            assertThat(second.locator("#problem").innerText()).contains("Chưa lưu", "vừa đổi lịch");
            assertThat(second.locator("#day7").inputValue()).isEqualTo("8:00-9:00");
            first.locator("#day6").fill("");
            first.locator("#day1").fill("sáng");
            first.getByText("Lưu giờ làm việc").click();
            assertThat(first.locator("#problem").innerText()).contains("Viết giờ như");
            first.locator("#day1").fill("07:30-11:30 13:30-17:00");
            first.getByText("Lưu giờ làm việc").click();
            assertThat(first.locator("#notice").innerText()).contains("Đã lưu");
        }
    }

    @Test
    void setsARuleForATypeAndTakesItAway(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = administrator(context);
            page.navigate(origin + "/calendar/due");
            page.locator("#type").fill("Giấy mời");
            page.locator("#amount").fill("0");
            page.getByText("Lưu quy tắc").click();
            assertThat(page.locator("#problem").innerText()).contains("Nhập số từ 1");
            page.locator("#amount").fill("1");
            page.getByText("Lưu quy tắc").click();
            assertThat(page.locator("main").innerText()).contains("Giấy mời", "1 ngày làm việc");
            assertThat(calendars.dueDates().rules()).anyMatch(rule -> "Giấy mời".equals(rule.type()));
            page.locator("tr", new Page.LocatorOptions().setHasText("Giấy mời"))
                    .getByText("Bỏ")
                    .click();
            assertThat(calendars.dueDates().rules()).noneMatch(rule -> "Giấy mời".equals(rule.type()));
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = administrator(context);
            PageCheck check = new PageCheck(page);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.passes(path);
                check.picture("working-time" + path.replaceAll("[^a-z0-9]+", "-"));
            }
            page.navigate(origin + "/calendar?lang=en");
            check.passes("English");
            assertThat(check.load().html()).isPositive();
            page.navigate(origin + "/calendar");
            assertThat(check.load().html()).as("octets of the year").isLessThan(15_000);
            page.setViewportSize(360, 640);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.fits(path + " at 360");
            }
            page.navigate(origin + "/calendar");
            check.picture("working-time-small");
        }
    }

    @Test
    void refusesOthers(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            for (Role role : List.of(Role.CLERK, Role.LEADER, Role.OFFICER)) {
                signIn(page, account(role));
                for (String path : PAGES) {
                    assertThat(page.navigate(origin + path).status()).as(path).isEqualTo(403);
                }
                context.clearCookies();
            }
        }
    }

    private Page administrator(BrowserContext context) {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Page page = context.newPage();
        signIn(page, login);
        page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
        page.locator("main button").click();
        return page;
    }

    private void signIn(Page page, LoginName login) {
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("time" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Người Giữ Lịch", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
