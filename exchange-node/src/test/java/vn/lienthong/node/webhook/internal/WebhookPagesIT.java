package vn.lienthong.node.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
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
import vn.lienthong.node.testing.HookServer;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestDirectory;

/** The administrator sets up webhooks, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class WebhookPagesIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HookServer server = new HookServer();
    private final AgencyCode agency = new AgencyCode("H95." + (10 + NUMBER.incrementAndGet()));

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private EndpointRows rows;

    @Autowired
    private TestDirectory directory;

    @Autowired
    private InstantSource clock;

    @Autowired
    private ListenerPorts ports;

    @AfterEach
    void close() {
        rows.of(agency)
                .forEach(endpoint -> assertThat(rows.remove(endpoint.id())).isTrue());
        server.close();
    }

    private String origin() {
        return "https://127.0.0.1:" + ports.api();
    }

    private Page administrator(BrowserContext context) {
        LoginName login = new LoginName("hook" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Người Quản Trị", Set.of(Role.ADMINISTRATOR), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Page page = context.newPage();
        page.navigate(origin() + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
        page.locator("main button").click();
        return page;
    }

    private void fill(Page page, String name) {
        page.navigate(origin() + "/webhooks/new");
        page.locator("#agency").fill(agency.value());
        page.locator("#name").fill(name);
        page.locator("#address").fill(server.address(204));
    }

    @Test
    void makesTriesChangesAndRemovesOneWithoutScripts(Window window) throws IOException, InterruptedException {
        directory.listSelf();
        assertThat(directory.host(agency)).isNotNull();
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = administrator(context);
            fill(page, "Văn phòng điện tử");
            page.locator("main button").click();
            assertThat(page.locator("#secret").innerText()).startsWith("whsec_");
            assertThat(server.next().body()).contains("webhook.ping");
            page.getByText("Đã ghi lại").click();
            page.getByText("Gửi thử").click();
            assertThat(page.locator("#notice").innerText()).contains("HTTP 204");
            assertThat(page.locator("#attempts").innerText()).contains("Gọi thử", "HTTP 204");
            page.locator("#attempts tbody a").click();
            assertThat(page.locator("#attempt").innerText()).contains("webhook.ping");
            page.locator("#acts").getByText("Phát lại").click();
            page.locator("#since").fill("hôm kia");
            page.getByText("Phát lại từ lúc này").click();
            assertThat(page.locator("#problem").innerText()).contains("một lúc đã qua");
            page.locator("#since").fill("21/11/2026 08:15");
            page.getByText("Phát lại từ lúc này").click();
            assertThat(page.locator("#notice").innerText()).contains("21/11/2026 08:15");
            page.locator("#acts").getByText("Đổi khóa bí mật").click();
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains("whsec_", "Khóa cũ còn dùng");
            page.getByText("Đã ghi lại").click();
            page.locator("#acts").getByText("Tắt webhook").click();
            page.locator("main form button").click();
            assertThat(page.locator("#stopped").innerText()).contains("đã tắt webhook");
            page.locator("#stopped button").click();
            assertThat(page.locator("#notice").innerText()).contains("bật lại");
            page.locator("#acts").getByText("Xóa webhook").click();
            page.locator("main form button").click();
            assertThat(page.locator("#notice").innerText()).contains("Văn phòng điện tử");
            assertThat(rows.of(agency)).isEmpty();
        }
    }

    @Test
    void namesWhatIsWrongAndKeepsWhatWasTyped(Window window) throws IOException {
        directory.listSelf();
        assertThat(directory.host(agency)).isNotNull();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = administrator(context);
            page.navigate(origin() + "/webhooks/new");
            page.locator("#agency").fill("H99.99");
            page.locator("#address").fill("http://example.vn/");
            page.locator("main button").click();
            assertThat(page.locator("#problem").innerText())
                    .contains("do nút này phục vụ", "Nhập tên", "bắt đầu bằng https://");
            assertThat(page.locator("#address").inputValue()).isEqualTo("http://example.vn/");
            server.answerWith(500);
            fill(page, "Hỏng");
            page.locator("main button").click();
            assertThat(page.locator("#problem").innerText()).contains("HTTP 500");
        }
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) throws IOException {
        directory.listSelf();
        assertThat(directory.host(agency)).isNotNull();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = administrator(context);
            PageCheck check = new PageCheck(page);
            page.navigate(origin() + "/webhooks");
            check.passes("empty list");
            check.picture("webhooks-empty");
            fill(page, "Phần mềm quản lý văn bản của Văn phòng");
            page.locator("main button").click();
            check.passes("secret");
            check.picture("webhooks-secret");
            server.answerWith(500);
            String one = "/webhooks/endpoint/" + rows.of(agency).getFirst().id();
            page.navigate(origin() + one);
            page.getByText("Gửi thử").click();
            String tried = page.locator("#attempts tbody a").getAttribute("href");
            String attempt = tried.substring(0, tried.indexOf('#'));
            assertThat(check.load().html()).isPositive();
            for (String path : List.of(
                    one, "/webhooks", "/webhooks/new", one + "/edit", one + "/rotate", one + "/replay", attempt)) {
                page.navigate(origin() + path);
                check.passes(path);
                assertThat(check.load().html()).as("octets of " + path).isLessThan(15_000);
                check.picture("webhooks-" + path.length());
            }
            page.setViewportSize(360, 640);
            for (String path : List.of(one, "/webhooks", "/webhooks/new", one + "/edit", one + "/rotate", attempt)) {
                page.navigate(origin() + path);
                check.fits(path + " at 360");
                check.picture("webhooks-small-" + path.length());
            }
        }
    }
}
