package vn.lienthong.node.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.edxml.Quarantine;
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
import vn.lienthong.node.testing.TestDirectory;

/** The administrator gives systems their secrets, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class GatewayPagesIT {

    private static final AgencyCode AGENCY = new AgencyCode("H67.01");
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PATH = "/gateway-keys";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final String origin;

    @Autowired
    GatewayPagesIT(
            TestDirectory directory,
            Accounts accounts,
            SecondFactors factors,
            Quarantine quarantine,
            InstantSource clock,
            ListenerPorts ports)
            throws IOException {
        directory.listSelf();
        assertThat(directory.host(AGENCY)).isNotNull();
        this.accounts = accounts;
        this.factors = factors;
        this.quarantine = quarantine;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void issuesReplacesAndWithdrawsASecret(Window window) {
        try (BrowserContext context = window.open(1280, 800, true)) {
            Page page = administrator(context);
            PageCheck check = new PageCheck(page);
            page.navigate(origin + PATH + "/new");
            page.locator("#agency").fill("không phải");
            page.locator("#networks").fill("mạng nhà");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#problem").innerText()).contains("mã định danh", "dải mạng");
            check.passes("faults");
            page.locator("#agency").fill(AGENCY.value());
            page.locator("#networks").fill("10.1.0.0/16");
            page.locator("main button[type=submit]").click();
            String secret = page.locator("#secret").innerText();
            assertThat(secret).hasSize(43);
            check.passes("secret");
            check.picture("gateway-secret");
            page.navigate(origin + PATH);
            assertThat(page.locator("main").innerText())
                    .contains(AGENCY.value(), "10.1.0.0/16")
                    .doesNotContain(secret);
            row(page).getByText("Đổi khóa").click();
            check.passes("replace");
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#secret").innerText()).hasSize(43).isNotEqualTo(secret);
            page.navigate(origin + PATH);
            row(page).getByText("Thu hồi").click();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã thu hồi");
        }
    }

    private static Locator row(Page page) {
        return page.locator("#keys tr:has-text('" + AGENCY.value() + "'):has-text('Đang dùng') >> nth=0");
    }

    @Test
    void showsWhatWasPutAsideAndOffersItAgain(Window window) {
        var _ = quarantine.unwritable(new Quarantine.Item.Entry(AGENCY, 987_654_321), "vxp", "LT-1002");
        try (BrowserContext context = window.open(1280, 800, true)) {
            Page page = administrator(context);
            PageCheck check = new PageCheck(page);
            for (String path : List.of(PATH, PATH + "/new", PATH + "?lang=en", PATH + "?lang=vi")) {
                page.navigate(origin + path);
                check.passes(path);
            }
            assertThat(page.locator("#failing").innerText()).contains("LT-1002", AGENCY.value());
            check.picture("gateway");
            page.setViewportSize(360, 640);
            // What came before is not this page's.
            var _ = check.load();
            page.navigate(origin + PATH);
            check.passes("small");
            check.picture("gateway-small");
            assertThat(check.load().html()).isLessThan(15_000);
            page.locator("#failing tr:has-text('" + AGENCY.value() + "') button")
                    .click();
            assertThat(page.locator("#notice").innerText()).contains("Đã bỏ cách ly");
            assertThat(quarantine.waiting(Set.of(AGENCY), 10)).isEmpty();
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
        LoginName login = new LoginName("gate" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Người Cấp Khóa", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
