package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.node.gateway.RefusalRecorder;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@Import({SampleOverviews.class, RefusalRecorder.class, SettableClock.class})
class PagesIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode FOREIGN = new AgencyCode("A01.02");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SESSION = "__Host-lienthong";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final RefusalRecorder refusals;
    private final TestTransportIdentity identity;
    private final TestDirectory directory;
    private final ListenerPorts ports;

    @Autowired
    PagesIT(
            Accounts accounts,
            SecondFactors factors,
            SettableClock clock,
            RefusalRecorder refusals,
            TestTransportIdentity identity,
            TestDirectory directory,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.refusals = refusals;
        this.identity = identity;
        this.directory = directory;
        this.ports = ports;
    }

    @Test
    void signsInWithAHardenedCookie() {
        Browser browser = browser();
        HttpResponse<String> answer = browser.signIn(account(Role.CLERK, SampleOverviews.OWNER), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .singleElement()
                .asString()
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(browser.get("/").body()).contains("Bàn làm việc", "Chờ tiếp nhận", "125/TTr-UBND");
    }

    @Test
    void takesAPasswordTypedWithAnotherKeyboard() {
        Browser browser = browser();
        String decomposed = Normalizer.normalize(PASSWORD, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(browser.signIn(account(Role.CLERK, SampleOverviews.OWNER), decomposed)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void doesNotTellAWrongPasswordFromAnUnknownName() {
        HttpResponse<String> wrong = browser().signIn(account(Role.CLERK, FOREIGN), "sai mật khẩu rồi");
        HttpResponse<String> unknown = browser().signIn("nobody-here", "sai mật khẩu rồi");
        HttpResponse<String> absurd = browser().signIn("<b>'; --", "x".repeat(4000));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(absurd.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng");
        assertThat(unknown.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng");
        assertThat(absurd.body()).contains("&lt;b&gt;").doesNotContain("<b>", "xxxxx");
        assertThat(refusals.all()).anyMatch(refusal -> refusal.reason() == Reason.WRONG_CREDENTIALS);
        assertThat(refusals.all().toString()).doesNotContain("nobody-here", "sai mật khẩu");
    }

    @Test
    void slowsGuessingDownAndForgivesAfterAWhile() {
        String login = account(Role.CLERK, SampleOverviews.OWNER);
        Browser browser = browser();
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(browser.signIn(login, "đoán lần nữa xem").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> blocked = browser.signIn(login, PASSWORD);
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(blocked.body()).contains("Thử lại sau 1 phút");
        assertThat(refusals.last().reason()).isEqualTo(Reason.THROTTLED);
        clock.advance(Duration.ofSeconds(61));
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void refusesFormsWithoutTheirToken() {
        Browser browser = browser();
        String login = account(Role.CLERK, SampleOverviews.OWNER);
        assertThat(browser.post("/sign-in", Map.of("login", login, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(refusals.last().reason()).isEqualTo(Reason.FORGED_FORM);
        var _ = browser.signIn(login, PASSWORD);
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void givesANewSessionAtSignIn() {
        Browser browser = browser();
        browser.plant(SESSION, "planted-by-an-attacker");
        var _ = browser.signIn(account(Role.CLERK, SampleOverviews.OWNER), PASSWORD);
        String first = browser.cookie(SESSION);
        assertThat(first).isNotEmpty().isNotEqualTo("planted-by-an-attacker");
        var _ = browser.signIn(account(Role.CLERK, SampleOverviews.OWNER), PASSWORD);
        assertThat(browser.cookie(SESSION)).isNotEmpty().isNotEqualTo(first);
        Browser thief = browser();
        thief.plant(SESSION, first);
        assertThat(thief.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void endsTheSessionAtSignOutAndWhenTheAccountIsClosed() {
        String login = account(Role.CLERK, SampleOverviews.OWNER);
        Browser leaving = signedIn(login);
        Browser closed = signedIn(login);
        Browser changed = signedIn(account(Role.LEADER, SampleOverviews.OWNER));
        assertThat(leaving.submit("/", "/sign-out", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?out"));
        assertThat(leaving.get("/").statusCode()).isEqualTo(302);
        assertThat(closed.get("/").statusCode()).isEqualTo(200);
        assertThat(accounts.disable(new LoginName(login))).isTrue();
        assertThat(closed.get("/").statusCode()).isEqualTo(302);
        assertThat(changed.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void comesBackToThePageThatWasWishedButNeverToAnotherSite() {
        assertThat(browser().get("/outgoing/7").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?next=/outgoing/7"));
        String login = account(Role.CLERK, SampleOverviews.OWNER);
        for (String elsewhere : Set.of("//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y")) {
            HttpResponse<String> answer = browser()
                    .submit("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD, "next", elsewhere));
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(
                            to -> assertThat(to).doesNotContain("evil").endsWith("/"));
        }
    }

    @Test
    void sendsAStrictPolicyAndKeepsPrivatePagesOutOfCaches() {
        HttpResponse<String> answer =
                signedIn(account(Role.CLERK, SampleOverviews.OWNER)).get("/");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(answer.body()).doesNotContain(" style=", "<style", "<script>", " onclick", "hx-on");
        assertThat(answer.body()).contains("&lt;giữa&gt;").doesNotContain("<giữa>");
    }

    @Test
    void servesAssetsForGoodAndSmall() {
        String page = browser().get("/sign-in").body();
        Matcher link = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
        int total = page.length();
        int count = 0;
        while (link.find()) {
            assertThat(link.group(1)).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            HttpResponse<String> asset = browser().get(link.group(1), "Accept-Encoding", "gzip");
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "public", "immutable"));
            assertThat(asset.headers().firstValue("ETag")).isPresent();
            total += asset.body().length();
            count++;
        }
        assertThat(count).isEqualTo(5);
        assertThat(total).isLessThan(80_000);
    }

    @Test
    void showsWorkOnlyToThoseWhoseItIs() {
        assertThat(signedIn(account(Role.CLERK, SampleOverviews.OWNER)).get("/").body())
                .contains("125/TTr-UBND");
        assertThat(signedIn(account(Role.CLERK, FOREIGN)).get("/").body()).doesNotContain("125/TTr-UBND");
        Browser watcher = watcher();
        assertThat(watcher.get("/outgoing/7").statusCode()).isEqualTo(403);
        assertThat(refusals.last().reason()).isEqualTo(Reason.ROLE_MISSING);
        assertThat(watcher.get("/").body()).doesNotContain("125/TTr-UBND");
        assertThat(watcher.get("/account").body()).contains("Cán bộ an toàn thông tin");
    }

    @Test
    void explainsErrorsInBothLanguagesWithoutSignIn() {
        assertThat(browser().get("/problems/LT-2005").body()).contains("Không mở được phong bì khóa", "Bên gửi");
        assertThat(browser().get("/problems/LT-2005?lang=en").body()).contains("Key envelope is refused", "Sender");
        assertThat(browser().get("/problems/LT-0000").statusCode()).isEqualTo(404);
    }

    @Test
    void showsWhatIsMissingAsMissing() {
        HttpResponse<String> answer = signedIn(account(Role.CLERK, FOREIGN)).get("/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không tìm thấy", "LT-1005").doesNotContain("Whitelabel", "Exception");
        assertThat(browser().get("/error").statusCode()).isIn(302, 404);
        assertThat(browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void findsAgenciesInTheDirectory() {
        Browser browser = signedIn(account(Role.OPERATOR, FOREIGN));
        assertThat(browser.get("/directory").body())
                .contains("Bản công bố số 1.234", "Văn phòng Trung ương Đảng", "Ngừng hoạt động", "tự kéo về");
        assertThat(browser.get("/directory?q=%3Cscript%3E").body())
                .contains("Không có cơ quan nào khớp")
                .doesNotContain("<script>");
    }

    private Browser browser() {
        return new Browser(ports, identity.anonymousClient());
    }

    @Test
    void showsAnOfficerWhatTheDirectoryDidUnaskedAndClosesItWithANote() throws IOException {
        directory.listSelf();
        AgencyId agency = directory.host(new AgencyCode("K77.01"));
        directory.publish(List.of(TestDirectory.listed(directory.keys(agency, 2))));
        Browser officer = watcher();
        String body = officer.get("/directory/alarms").body();
        assertThat(body).contains("Khóa của cơ quan không do nút này tạo", agency.toString(), "LT-4010");
        Matcher alarm = Pattern.compile("name=\"alarm\" value=\"([^\"]+)\"").matcher(body);
        assertThat(alarm.find()).isTrue();
        Map<String, String> silent = Map.of("alarm", alarm.group(1), "note", " ");
        assertThat(officer.submit("/directory/alarms", "/directory/alarms", silent)
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/directory/alarms").body()).contains("Chưa đóng được", alarm.group(1));
        Map<String, String> found = Map.of("alarm", alarm.group(1), "note", "đã gọi danh mục");
        assertThat(officer.submit("/directory/alarms", "/directory/alarms", found)
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/directory/alarms").body())
                .contains("đã gọi danh mục")
                .doesNotContain(alarm.group(1));
        assertThat(signedIn(account(Role.CLERK, SampleOverviews.OWNER))
                        .get("/directory/alarms")
                        .statusCode())
                .isEqualTo(403);
    }

    private Browser signedIn(String login) {
        Browser browser = browser();
        assertThat(browser.signIn(login, PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private Browser watcher() {
        String login = account(Role.SECURITY_OFFICER, SampleOverviews.OWNER);
        Authenticator phone =
                new Authenticator(factors.handOut(new LoginName(login)).reveal());
        Browser browser = signedIn(login);
        String code = phone.code(clock.instant());
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", code))
                        .statusCode())
                .isEqualTo(302);
        return browser;
    }

    private String account(Role role, AgencyCode agency) {
        LoginName login = new LoginName("person" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Nguyễn Thị Bình", Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.LoginNameTaken.class);
        return login.value();
    }
}
