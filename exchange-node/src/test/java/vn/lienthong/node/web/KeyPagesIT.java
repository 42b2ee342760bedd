package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.directory.AgencyKeyLife;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The pages of keys: what there is, and revoking as two people in two browsers do it. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class KeyPagesIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode AGENCY = new AgencyCode("H81.04");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final TestDirectory directory;
    private final AgencyKeyLife keys;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private AgencyId agency = new AgencyId(new UUID(7L << 12, 1L << 63));

    @Autowired
    KeyPagesIT(
            Accounts accounts,
            SecondFactors factors,
            SettableClock clock,
            TestDirectory directory,
            AgencyKeyLife keys,
            TestTransportIdentity identity,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.directory = directory;
        this.keys = keys;
        this.identity = identity;
        this.ports = ports;
    }

    @BeforeEach
    void servesAnAgency() throws IOException {
        directory.listSelf();
        agency = directory.hostStrong(AGENCY);
    }

    private LoginName administrator() {
        LoginName login = new LoginName("keys" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), 36));
        NewAccount account = new NewAccount(login, "Đỗ Thị Khóa", Set.of(Role.ADMINISTRATOR), Set.of(AGENCY));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private Page signedIn(BrowserContext context, LoginName login) {
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Page page = context.newPage();
        page.navigate(origin() + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForURL(origin() + "/sign-in/code");
        page.locator("#code").fill(phone.code(clock.instant()));
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(origin() + "/accounts");
        return page;
    }

    private String origin() {
        return "https://localhost:" + ports.api();
    }

    private String certificate() {
        return keys.standing(agency).orElseThrow().epochs().getFirst().keys().stream()
                .filter(key -> key.part().equals("LT-2"))
                .findFirst()
                .orElseThrow()
                .certificate()
                .hex();
    }

    @Test
    void asksASecondAdministratorBeforeACertificateIsRevoked(Window window) {
        try (BrowserContext first = window.open(1024, 700, true);
                BrowserContext second = window.open(360, 700, true)) {
            Page page = signedIn(first, administrator());
            PageCheck check = new PageCheck(page);
            page.navigate(origin() + "/keys/" + agency);
            check.passes("keys of an agency");
            check.picture("keys-agency");
            page.locator("#certificate").selectOption(certificate());
            page.locator("#reason").selectOption("lost");
            page.locator("#typed").fill(certificate().substring(0, 8));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đề nghị thu hồi"))
                    .click();
            page.navigate(origin() + "/keys");
            check.passes("keys");
            check.picture("keys");
            assertThat(page.locator("#requests").innerText()).contains("Chờ người khác xác nhận");
            assertThat(page.locator("#requests button:has-text('Xác nhận')").count())
                    .isZero();
            Page other = signedIn(second, administrator());
            PageCheck narrow = new PageCheck(other);
            other.navigate(origin() + "/keys/" + agency);
            narrow.passes("keys of an agency, narrow");
            narrow.picture("keys-agency-360");
            other.navigate(origin() + "/keys");
            narrow.passes("keys, narrow");
            narrow.picture("keys-360");
            other.locator("#requests tr:has-text('" + certificate() + "') button")
                    .first()
                    .click();
            other.waitForURL(origin() + "/keys");
            narrow.picture("keys-confirmed-360");
            assertThat(other.locator("#requests tr:has-text('" + certificate() + "')")
                            .first()
                            .innerText())
                    .doesNotContain("Chờ người khác");
        }
    }

    @Test
    void letsNobodyConfirmHisOwnRequestWhateverHeSends() {
        Browser browser = new Browser(ports, identity.anonymousClient());
        LoginName login = administrator();
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        var _ = browser.signIn(login.value(), PASSWORD);
        var _ = browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", phone.code(clock.instant())));
        String page = "/keys/" + agency;
        String certificate = keys.standing(agency).orElseThrow().epochs().getFirst().keys().stream()
                .filter(key -> key.part().equals("LT-1"))
                .findFirst()
                .orElseThrow()
                .certificate()
                .hex();
        Map<String, String> wish =
                Map.of("certificate", certificate, "reason", "lost", "typed", certificate.substring(0, 7));
        var _ = browser.submit(page, page + "/revoke", wish);
        assertThat(browser.get(page).body()).contains("id=\"notice\"");
        assertThat(browser.get("/keys").body()).doesNotContain(login.value() + "</span>");
        wish = Map.of("certificate", certificate, "reason", "lost", "typed", certificate.substring(0, 8));
        var _ = browser.submit(page, page + "/revoke", wish);
        String list = browser.get("/keys").body();
        String withdraw = list.replaceAll("(?s).*?action=\"(/keys/requests/[0-9a-f-]+)/withdraw\".*", "$1");
        assertThat(withdraw).startsWith("/keys/requests/");
        var _ = browser.submit("/keys", withdraw + "/confirm", Map.of());
        assertThat(browser.get("/keys").body()).contains(withdraw + "/withdraw");
        var _ = browser.submit("/keys", withdraw + "/withdraw", Map.of());
        assertThat(browser.get("/keys").body()).doesNotContain(withdraw);
        assertThat(keys.standing(agency).orElseThrow().epochs().getFirst().keys())
                .noneMatch(AgencyKeyLife.Key::revoked);
    }
}
