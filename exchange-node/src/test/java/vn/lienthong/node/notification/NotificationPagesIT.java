package vn.lienthong.node.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** A clerk is told, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class NotificationPagesIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> PAGES =
            List.of("/notifications", "/notifications?show=all", "/notifications/settings");

    private final Accounts accounts;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final String origin;

    @Autowired
    NotificationPagesIT(
            Accounts accounts, Notifications notifications, TransactionTemplate transactions, ListenerPorts ports) {
        this.accounts = accounts;
        this.notifications = notifications;
        this.transactions = transactions;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    private void tell(LoginName login, NotificationKind kind, Urgency urgency, String about) {
        transactions.executeWithoutResult(
                _ -> notifications.tell(Announcement.of(kind, urgency, about, "/account", Audience.of(login))));
    }

    @Test
    void listAndBadgeChangeByThemselves(Window window) {
        LoginName login = account(Role.CLERK);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, login);
            page.navigate(origin + "/notifications");
            assertThat(page.locator("main").innerText()).contains("Không có thông báo chưa đọc");
            // The stream is open when the badge has been asked for once; until then a signal might be missed.
            page.waitForTimeout(1000);
            tell(login, NotificationKind.URGENT_ARRIVED, Urgency.EXPRESS, "123/UBND-VX");
            page.locator("#list a", new Page.LocatorOptions().setHasText("Văn bản khẩn đến"))
                    .waitFor();
            page.locator(".lt-badge", new Page.LocatorOptions().setHasText("1")).waitFor();
            assertThat(page.locator("#list").innerText()).contains("Hỏa tốc", "123/UBND-VX");
            page.locator("#list a").first().click();
            assertThat(page.url()).isEqualTo(origin + "/account");
            assertThat(page.locator(".lt-badge--none").count()).isEqualTo(1);
        }
    }

    @Test
    void marksAsReadWithoutScripts(Window window) {
        LoginName login = account(Role.CLERK);
        tell(login, NotificationKind.OVERDUE, Urgency.ORDINARY, "1/A");
        tell(login, NotificationKind.DUE_SOON, Urgency.ORDINARY, "2/B");
        tell(login, NotificationKind.REMINDED, Urgency.URGENT, "3/C");
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, login);
            page.navigate(origin + "/notifications");
            page.locator("tr", new Page.LocatorOptions().setHasText("3/C"))
                    .getByText("Đánh dấu đã đọc")
                    .click();
            assertThat(page.locator("#list").innerText()).contains("1/A", "2/B").doesNotContain("3/C");
            page.getByText("Đánh dấu đã đọc hết").click();
            assertThat(page.locator("main").innerText()).contains("Đã đánh dấu 2 thông báo", "Không có thông báo");
            page.navigate(origin + "/notifications?show=all");
            assertThat(page.locator("#list").innerText()).contains("1/A", "2/B", "3/C", "Đã đọc");
        }
    }

    @Test
    void setsAddressesQuietHoursAndChoices(Window window) {
        LoginName login = account(Role.LEADER);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, login);
            page.navigate(origin + "/notifications/settings");
            page.locator("#email").fill("văn thư");
            page.locator("#webhook").fill("http://10.0.0.1/");
            page.locator("#quietFrom").fill("21:30");
            page.getByText("Lưu nơi nhận").click();
            assertThat(page.locator("#problem").innerText())
                    .contains("Nhập địa chỉ e-mail", "Nhập địa chỉ bắt đầu bằng https", "Nhập giờ như");
            assertThat(page.locator("#email").inputValue()).isEqualTo("văn thư");
            page.locator("#email").fill("vanthu@example.vn");
            page.locator("#webhook").fill("https://10.0.0.1:9443/hook");
            page.locator("#quietUntil").fill("6h");
            page.getByText("Lưu nơi nhận").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã lưu");
            assertThat(page.locator("#quietUntil").inputValue()).isEqualTo("06:00");
            page.getByText("Tạo khóa ký mới").click();
            assertThat(page.locator("#secret").innerText()).contains("whsec_");
            page.navigate(origin + "/notifications/settings");
            assertThat(page.locator("#secret").count()).isZero();
            page.getByText("Gửi thử webhook").click();
            assertThat(page.locator("#notice").innerText()).contains("Chưa gửi được", "ADDRESS_NOT_ALLOWED");
            page.locator("input[name=email-overdue]").uncheck();
            page.getByText("Lưu lựa chọn").click();
            assertThat(page.locator("input[name=email-overdue]").isChecked()).isFalse();
            assertThat(page.locator("input[name=page-overdue]").isChecked()).isTrue();
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) {
        LoginName login = account(Role.CLERK);
        tell(login, NotificationKind.URGENT_ARRIVED, Urgency.EXPRESS, "123/UBND-VX");
        tell(login, NotificationKind.RECALL_ASKED, Urgency.URGENT, "45-CV/TU");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, login);
            PageCheck check = new PageCheck(page);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.passes(path);
                check.picture("told" + path.replaceAll("[^a-z0-9]+", "-"));
            }
            page.navigate(origin + "/notifications?lang=en");
            check.passes("English");
            page.setViewportSize(360, 640);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.fits(path + " at 360");
            }
            check.picture("told-settings-small");
        }
    }

    @Test
    void refusesOthersAndHidesWhatIsNotTheirs(Window window) {
        LoginName owner = account(Role.CLERK);
        tell(owner, NotificationKind.OVERDUE, Urgency.ORDINARY, "9/Z");
        String foreign;
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, owner);
            page.navigate(origin + "/notifications");
            foreign = page.locator("#list a").first().getAttribute("href");
        }
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, account(Role.CLERK));
            assertThat(page.navigate(origin + foreign).status()).isEqualTo(404);
            assertThat(page.navigate(origin + "/notifications/1999999999").status())
                    .isEqualTo(404);
        }
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, account(Role.OPERATOR));
            for (String path : PAGES) {
                assertThat(page.navigate(origin + path).status()).as(path).isEqualTo(403);
            }
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
        LoginName login = new LoginName("notified" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Người Được Báo", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
