package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class SecondFactorIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([a-z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile(">([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<");

    /** Remembers what was done. */
    static final class Hearing implements AccountListener {

        private final List<AccountEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void happened(AccountEvent event) {
            events.add(event);
        }

        boolean heard(AccountEvent event) {
            return events.contains(event);
        }
    }

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final Hearing hearing;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final DataSource database;

    @Autowired
    SecondFactorIT(
            Accounts accounts,
            SecondFactors factors,
            SettableClock clock,
            Hearing hearing,
            TestTransportIdentity identity,
            ListenerPorts ports,
            DataSource database) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.hearing = hearing;
        this.identity = identity;
        this.ports = ports;
        this.database = database;
    }

    @Test
    void makesASecurityOfficerSetUpASecondFactorBeforeAnythingOpens() {
        Browser browser = browser();
        LoginName login = account(Role.SECURITY_OFFICER);
        assertThat(location(browser.signIn(login.value(), PASSWORD))).endsWith("/sign-in/enrol");
        assertThat(location(browser.get("/"))).endsWith("/sign-in");
        assertThat(location(browser.get("/account"))).contains("/sign-in");
        String page = browser.get("/sign-in/enrol").body();
        Authenticator phone = new Authenticator(secret(page));
        assertThat(page).contains("<svg", "viewBox=").doesNotContain("otpauth:");
        assertThat(secret(browser.get("/sign-in/enrol").body())).isEqualTo(secret(page));
        assertThat(enter(browser, "/sign-in/enrol", phone.wrongCode(clock.instant()))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> codes = enter(browser, "/sign-in/enrol", phone.code(clock.instant()));
        assertThat(recoveryCodes(codes)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/account").body()).contains("Đã bật từ", "Còn 10 mã chưa dùng");
        assertThat(hearing.events)
                .contains(
                        new AccountEvent.SecondFactorEnrolled(login),
                        new AccountEvent.SignedIn(login, "127.0.0.1", true));
    }

    @Test
    void asksForTheCodeAndTakesEachOnce() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        String code = phone.code(clock.instant());
        Browser browser = browser();
        assertThat(location(browser.signIn(login.value(), PASSWORD))).endsWith("/sign-in/code");
        String halfWay = browser.cookie("__Host-lienthong");
        assertThat(location(browser.get("/account"))).contains("/sign-in");
        assertThat(enter(browser, "/sign-in/code", code).statusCode()).isEqualTo(302);
        assertThat(browser.cookie("__Host-lienthong")).isNotEqualTo(halfWay);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        Browser thief = browser();
        var _ = thief.signIn(login.value(), PASSWORD);
        assertThat(enter(thief, "/sign-in/code", code).statusCode()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(30));
        assertThat(enter(thief, "/sign-in/code", phone.code(clock.instant())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void carriesAFormThatCameAfterItsSessionThroughBothSteps() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        assertThat(enter(browser, "/sign-in/code", phone.code(clock.instant())).statusCode())
                .isEqualTo(302);
        String form = "name=Nguy%E1%BB%85n+V%C4%83n+M%E1%BB%9Bi&_of="
                + field(browser.get("/accounts/new").body(), "_of").replace(":", "%3A") + "&_csrf="
                + browser.token("/accounts/new");
        browser.plant("__Host-lienthong", "ended");
        HttpResponse<String> kept = browser.octets(
                "POST",
                "/accounts/new",
                HttpRequest.BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "https://127.0.0.1:" + ports.api());
        assertThat(kept.statusCode()).isEqualTo(401);
        assertThat(kept.body()).contains("Chưa có gì được thực hiện").doesNotContain("Nguyễn Văn Mới");
        Map<String, String> signIn = Map.of(
                "login",
                login.value(),
                "password",
                PASSWORD,
                "next",
                "/kept-form/open",
                "kept",
                field(kept.body(), "kept"));
        assertThat(location(browser.submit("/sign-in", "/sign-in", signIn))).endsWith("/sign-in/code");
        clock.advance(Duration.ofSeconds(30));
        assertThat(location(enter(browser, "/sign-in/code", phone.code(clock.instant()))))
                .endsWith("/kept-form/open");
        assertThat(location(browser.get("/kept-form/open"))).endsWith("/accounts/new");
        assertThat(browser.get("/accounts/new").body()).contains("value=\"Nguyễn Văn Mới\"", "chưa được thực hiện");
    }

    private static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    @Test
    void takesARecoveryCodeOnceAndThrottlesGuessing() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        String recovery = factors.replaceRecoveryCodes(login).getFirst().reveal();
        Browser first = browser();
        var _ = first.signIn(login.value(), PASSWORD);
        assertThat(enter(first, "/sign-in/code", recovery.toUpperCase(Locale.ROOT))
                        .statusCode())
                .isEqualTo(302);
        assertThat(hearing.events).contains(new AccountEvent.RecoveryCodeUsed(login, 9));
        Browser guesser = browser();
        for (int attempt = 0; attempt < 5; attempt++) {
            var _ = guesser.signIn(login.value(), PASSWORD);
            assertThat(enter(guesser, "/sign-in/code", recovery).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> blocked = enter(guesser, "/sign-in/code", phone.code(clock.instant()));
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.body()).contains("Thử lại sau 1 phút");
        clock.advance(Duration.ofSeconds(61));
        assertThat(enter(guesser, "/sign-in/code", phone.code(clock.instant())).statusCode())
                .isEqualTo(302);
    }

    @Test
    void forgetsWhoStoppedHalfWay() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        assertThat(location(browser.get("/sign-in/code"))).endsWith("/sign-in");
        var _ = browser.signIn(login.value(), PASSWORD);
        clock.advance(Duration.ofMinutes(11));
        assertThat(location(browser.get("/sign-in/code"))).endsWith("/sign-in");
        Map<String, String> code = Map.of("code", phone.code(clock.instant()));
        assertThat(location(browser.submit("/sign-in", "/sign-in/code", code))).endsWith("/sign-in");
        assertThat(location(browser.get("/account"))).contains("/sign-in");
    }

    @Test
    void letsOthersChooseASecondFactorAndAnAdministratorResetIt() {
        LoginName clerk = account(Role.CLERK);
        Browser browser = browser();
        assertThat(location(browser.signIn(clerk.value(), PASSWORD))).endsWith("/");
        String enrolment = "/account/second-factor";
        for (String typed : List.of("", "sai mật khẩu rồi", PASSWORD)) {
            Authenticator phone =
                    new Authenticator(secret(browser.get(enrolment).body()));
            Map<String, String> form = Map.of("current", typed, "code", phone.code(clock.instant()));
            assertThat(browser.submit("/account", enrolment, form).statusCode())
                    .isEqualTo(typed.equals(PASSWORD) ? 200 : 401);
            assertThat(factors.state(clerk).active()).isEqualTo(typed.equals(PASSWORD));
        }
        assertThat(location(browser().signIn(clerk.value(), PASSWORD))).endsWith("/sign-in/code");
        assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
        Browser administrator = administrator();
        assertThat(administrator.get("/accounts/person/" + clerk.value()).body())
                .contains("Xóa mã xác thực");
        assertThat(administrator.get("/accounts?q=nobody").body()).contains("Không có tài khoản");
        String reset = "/accounts/second-factor";
        assertThat(administrator
                        .submit(reset + "?login=" + clerk.value(), reset, Map.of("login", clerk.value()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(administrator.get("/accounts/person/" + clerk.value()).body())
                .contains("Đã xóa mã xác thực của " + clerk.value());
        assertThat(factors.state(clerk).active()).isFalse();
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        assertThat(hearing.events)
                .anyMatch(event -> event instanceof AccountEvent.SecondFactorReset gone
                        && gone.login().equals(clerk));
    }

    @Test
    void endsSessionsEverywhereAndAfterHalfADay() {
        LoginName login = account(Role.CLERK);
        Browser here = browser();
        Browser there = browser();
        var _ = here.signIn(login.value(), PASSWORD);
        var _ = there.signIn(login.value(), PASSWORD);
        assertThat(there.get("/account").body()).contains("Lần đăng nhập trước", "127.0.0.1");
        assertThat(there.get("/account").body()).doesNotContain("Lần đăng nhập trước");
        var _ = here.submit("/account", "/account/sign-out-everywhere", Map.of());
        assertThat(there.get("/account").statusCode()).isEqualTo(302);
        Browser busy = browser();
        var _ = busy.signIn(login.value(), PASSWORD);
        for (int quarter = 1; quarter < 48; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(busy.get("/account/still-here").statusCode()).isEqualTo(204);
        }
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(busy.get("/account").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));
        assertThat(busy.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsNoSecretReadableInTheDatabase() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        List<byte[]> stored = JdbcClient.create(database)
                .sql("select sealed from second_factor union select digest from recovery_code")
                .query((row, _) -> row.getBytes(1))
                .list();
        assertThat(stored).isNotEmpty().noneMatch(octets -> octets.length < 32);
        assertThat(phone.code(clock.instant())).matches("\\d{6}");
        assertThat(factors.begin(account(Role.LEADER)).toString()).doesNotContain("otpauth");
    }

    private Browser administrator() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        assertThat(enter(browser, "/sign-in/code", phone.code(clock.instant())).statusCode())
                .isEqualTo(302);
        return browser;
    }

    private static HttpResponse<String> enter(Browser browser, String page, String code) {
        return browser.submit(page, page, Map.of("code", code));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String secret(String page) {
        Matcher found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static List<String> recoveryCodes(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private Browser browser() {
        return new Browser(ports, identity.anonymousClient());
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("second" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Văn Hai", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
