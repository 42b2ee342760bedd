package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountEvent;
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

/** Passkeys in a real browser with an authenticator that lives in its debugging interface. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class PasskeyIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Keeps what the page would have sent. */
    private static final String HOLD = "() => { HTMLFormElement.prototype.submit = function () { window.held = new"
            + " URLSearchParams(new FormData(this)).toString(); }; }";
    /** Sends it several times at once and counts those that got in. */
    private static final String SEND_TWICE =
            "async (target) => { const send = () => fetch(target, {method: 'POST', redirect: 'manual', body: new"
                + " URLSearchParams(window.held)}); const all = await Promise.all([send(), send(), send(), send()]);"
                + " return all.filter(one => one.type === 'opaqueredirect').length; }";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final SecondFactorIT.Hearing hearing;
    private final DataSource database;
    private final String origin;

    @Autowired
    PasskeyIT(
            Accounts accounts,
            SecondFactors factors,
            SettableClock clock,
            SecondFactorIT.Hearing hearing,
            DataSource database,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.hearing = hearing;
        this.database = database;
        this.origin = "https://localhost:" + ports.api();
    }

    @Test
    void signsInWithAPasskeyAloneAndTakesEachAnswerOnce(Window window) {
        LoginName login = account(Role.CLERK);
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = withAuthenticator(context);
            PageCheck check = new PageCheck(page);
            password(page, login);
            add(page, "Máy ở cơ quan");
            check.passes("passkeys");
            check.picture("passkeys");
            assertThat(hearing.heard(new AccountEvent.PasskeyAdded(login))).isTrue();
            page.navigate(origin + "/account/sessions");
            check.passes("sessions");
            check.picture("sessions");
            leave(page);
            check.passes("sign-in with passkeys");
            check.picture("sign-in-passkey");
            page.evaluate(HOLD);
            page.locator("#passkey").click();
            page.waitForFunction("() => window.held");
            assertThat(page.evaluate(SEND_TWICE, "/sign-in/passkey")).isEqualTo(1);
            assertThat(page.evaluate(SEND_TWICE, "/sign-in/passkey")).isEqualTo(0);
            page.navigate(origin + "/account/sessions");
            assertThat(page.locator("#sessions tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("#sessions").innerText()).contains("Khóa truy cập", "Chrome, Linux");
        }
    }

    @Test
    void showsThePasskeyInThePlaceOfTheCodeAndOnceMore(Window window) {
        LoginName login = account(Role.LEADER);
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = withAuthenticator(context);
            PageCheck check = new PageCheck(page);
            password(page, login);
            add(page, "Điện thoại");
            leave(page);
            password(page, login);
            assertThat(page.url()).endsWith("/sign-in/code");
            check.passes("second factor");
            check.picture("second-factor-passkey");
            page.navigate(origin + "/sign-in/enrol");
            assertThat(page.url()).endsWith("/sign-in");
            page.navigate(origin + "/account");
            assertThat(page.url()).contains("/sign-in");
            page.navigate(origin + "/sign-in/code");
            page.locator("#passkey").click();
            page.waitForURL(origin + "/");
            clock.advance(Duration.ofMinutes(11));
            page.navigate(origin + "/account/passkeys");
            assertThat(page.url()).contains("/step-up?next=");
            check.passes("step-up");
            check.picture("step-up");
            page.locator("#passkey").click();
            page.waitForURL(origin + "/account/passkeys");
            assertThat(hearing.heard(new AccountEvent.SecondFactorShown(login, true)))
                    .isTrue();
            page.locator("#passkeys button").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã bỏ khóa truy cập");
        }
    }

    @Test
    void keepsTheLastFactorOfARoleThatNeedsOneAndTakesNoPasskeyOfAnotherOne(Window window) {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        try (BrowserContext context = window.open(1024, 700, true)) {
            Page page = withAuthenticator(context);
            password(page, login);
            page.locator("#code").fill(phone.code(clock.instant()));
            page.locator("main form button[type=submit]").last().click();
            page.waitForURL(origin + "/accounts");
            add(page, "Khóa bảo mật");
            JdbcClient jdbc = JdbcClient.create(database);
            assertThat(jdbc.sql("delete f from second_factor f join account a on a.id = f.account_id where a.login = ?")
                            .param(login.value())
                            .update())
                    .isEqualTo(1);
            page.locator("#passkeys button").click();
            assertThat(page.locator("#notice").innerText()).contains("lớp cuối cùng");
            leave(page);
            page.evaluate(HOLD);
            page.locator("#passkey").click();
            page.waitForFunction("() => window.held");
            Page other = context.newPage();
            LoginName victim = account(Role.SECURITY_OFFICER);
            String held = String.valueOf(page.evaluate("() => window.held"));
            password(other, victim);
            assertThat(other.url()).endsWith("/sign-in/enrol");
            assertThat(other.evaluate(
                            "async (held) => { const form = new URLSearchParams(held); form.set('_csrf',"
                                    + " document.querySelector('[name=_csrf]').value); return (await"
                                    + " fetch('/sign-in/code/passkey', {method: 'POST', redirect: 'manual', body:"
                                    + " form})).status; }",
                            held))
                    .isEqualTo(401);
        }
    }

    private void add(Page page, String name) {
        page.navigate(origin + "/account/passkeys");
        page.locator("#name").fill(name);
        if (page.locator("#current").count() > 0) {
            page.locator("#current").fill(PASSWORD);
        }
        page.locator("form[data-passkey] button").click();
        page.waitForSelector("#notice");
        assertThat(page.locator("#notice").innerText()).contains("Đã thêm khóa truy cập");
        assertThat(page.locator("#passkeys tbody tr").allInnerTexts()).anyMatch(row -> row.contains(name));
    }

    private void leave(Page page) {
        page.locator(".lt-header__button").click();
        page.waitForURL(origin + "/sign-in?out");
    }

    private void password(Page page, LoginName login) {
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
    }

    private static Page withAuthenticator(BrowserContext context) {
        Page page = context.newPage();
        CDPSession session = context.newCDPSession(page);
        var _ = session.send("WebAuthn.enable");
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")
                .forEach(can -> kind.addProperty(can, true));
        JsonObject wish = new JsonObject();
        wish.add("options", kind);
        var _ = session.send("WebAuthn.addVirtualAuthenticator", wish);
        return page;
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("passkey" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị Khóa", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
