package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

/** Own passwords, and what administrators do with the accounts of others. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class AccountsIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final String FRESH = "chín chiếc thuyền thúng";
    private static final String OWN = "/account/password";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SHOWN = Pattern.compile("id=\"password\">([a-z2-9-]{23})<");

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final JdbcClient database;

    @Autowired
    AccountsIT(
            Accounts accounts,
            AccountAdministration administration,
            SecondFactors factors,
            SettableClock clock,
            TestTransportIdentity identity,
            ListenerPorts ports,
            JdbcClient database) {
        this.accounts = accounts;
        this.administration = administration;
        this.factors = factors;
        this.clock = clock;
        this.identity = identity;
        this.ports = ports;
        this.database = database;
    }

    /** All browsers here have the same address, which must not stay blocked for others. */
    @AfterEach
    void forgetWrongPasswords() {
        var _ = database.sql("delete from login_attempt").update();
    }

    @Test
    void opensAnAccountWhoseOwnerMustChooseThePasswordFirst() {
        Browser administrator = administrator(login(Role.ADMINISTRATOR));
        String login = "new" + NUMBER.incrementAndGet();
        Map<String, String> form =
                Map.of("login", login, "name", "Phạm Thị Năm", "roles", "CLERK", "agencies", "H37.02, H37.03");
        String password = shown(administrator.submit("/accounts/new", "/accounts/new", form));
        assertThat(administrator.get("/accounts/person/" + login).body())
                .contains("Chờ đổi mật khẩu", "H37.02", "H37.03");
        Browser clerk = browser();
        assertThat(clerk.signIn(login, password).statusCode()).isEqualTo(302);
        assertThat(location(clerk.get("/"))).endsWith(OWN);
        assertThat(location(clerk.get("/account"))).endsWith(OWN);
        assertThat(clerk.get(OWN).body()).contains("do người khác đặt");
        assertThat(location(change(clerk, password, FRESH, FRESH))).endsWith("/account");
        assertThat(clerk.get("/").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/accounts?q=" + login).body())
                .contains("Đang dùng")
                .doesNotContain("Chờ đổi");
        assertThat(administrator.submit("/accounts/new", "/accounts/new", form).body())
                .contains("Đã có tài khoản tên này");
    }

    @Test
    void saysWhatIsWrongWithANewAccount() {
        Browser administrator = administrator(login(Role.ADMINISTRATOR));
        Map<String, String> wrong = Map.of("login", "Ơ", "name", "", "agencies", "không phải mã");
        assertThat(administrator.submit("/accounts/new", "/accounts/new", wrong).body())
                .contains(
                        "Tên đăng nhập gồm", "Nhập họ và tên", "Chọn ít nhất một vai trò", "Danh mục không có cơ quan");
        Map<String, String> nowhere = Map.of("login", "nowhere", "name", "Ai", "roles", "CLERK");
        assertThat(administrator
                        .submit("/accounts/new", "/accounts/new", nowhere)
                        .body())
                .contains("Nhập mã cơ quan mà người này làm việc");
        assertThat(administration.find(new LoginName("nowhere"))).isEmpty();
    }

    @Test
    void replacesTheOwnPasswordAndEndsTheOtherSessions() {
        LoginName login = login(Role.CLERK);
        Browser here = browser();
        Browser there = browser();
        var _ = here.signIn(login.value(), PASSWORD);
        var _ = there.signIn(login.value(), PASSWORD);
        assertThat(change(here, "wrong", FRESH, FRESH).body()).contains("Mật khẩu hiện tại không đúng");
        assertThat(change(here, PASSWORD, FRESH, "khác").body()).contains("Hai lần nhập mật khẩu mới không giống nhau");
        assertThat(change(here, PASSWORD, PASSWORD, PASSWORD).body()).contains("phải khác mật khẩu hiện tại");
        assertThat(change(here, PASSWORD, "ngắn", "ngắn").body()).contains("ít nhất 12 ký tự");
        assertThat(change(here, PASSWORD, "M@tKhau2026!", "M@tKhau2026!").body())
                .contains("đoán đầu tiên");
        assertThat(location(change(here, PASSWORD, FRESH, FRESH))).endsWith("/account");
        assertThat(here.get("/account").body()).contains("Đã đổi mật khẩu");
        assertThat(location(there.get("/account"))).contains("/sign-in");
        assertThat(browser().signIn(login.value(), PASSWORD).statusCode()).isNotEqualTo(302);
        assertThat(browser().signIn(login.value(), FRESH).statusCode()).isEqualTo(302);
    }

    @Test
    void slowsGuessingOfTheOwnPasswordDown() {
        LoginName login = login(Role.CLERK);
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        HttpResponse<String> last = change(browser, "wrong", FRESH, FRESH);
        for (int attempt = 0; attempt < 30 && last.statusCode() != 429; attempt++) {
            last = change(browser, "wrong", FRESH, FRESH);
        }
        assertThat(last.statusCode()).isEqualTo(429);
    }

    @Test
    void disablesEnablesAndGivesNewPasswords() {
        LoginName clerk = login(Role.CLERK);
        LoginName own = login(Role.ADMINISTRATOR);
        Browser administrator = administrator(own);
        Browser browser = browser();
        var _ = browser.signIn(clerk.value(), PASSWORD);
        assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(browser.get("/accounts/person/" + own.value()).statusCode()).isEqualTo(403);
        assertThat(act(administrator, clerk, "sessions").body()).contains("Đã kết thúc mọi phiên");
        assertThat(location(browser.get("/account"))).contains("/sign-in");
        assertThat(act(administrator, clerk, "disable").body()).contains("Đã khóa tài khoản", "Đã khóa");
        assertThat(act(administrator, clerk, "disable").body()).contains("Không có gì thay đổi");
        assertThat(browser().signIn(clerk.value(), PASSWORD).statusCode()).isNotEqualTo(302);
        assertThat(act(administrator, clerk, "enable").body()).contains("Đã mở lại tài khoản");
        String path = "/accounts/person/" + clerk.value() + "/password";
        String password = shown(administrator.submit(path, path, Map.of()));
        assertThat(browser().signIn(clerk.value(), PASSWORD).statusCode()).isNotEqualTo(302);
        assertThat(browser().signIn(clerk.value(), password).statusCode()).isEqualTo(302);
        assertThat(act(administrator, own, "disable").body()).contains("Không tự khóa");
        assertThat(act(administrator, own, "password").body()).contains("Không tự khóa");
        assertThat(administrator.get("/account").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/accounts/person/nobody").statusCode()).isEqualTo(404);
        assertThat(administrator
                        .get("/accounts/person/" + clerk.value() + "/explode")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesOtherRolesAndAgenciesUnlessSomebodyWasFaster() {
        LoginName clerk = login(Role.CLERK);
        Browser administrator = administrator(login(Role.ADMINISTRATOR));
        AccountFacts before = administration.find(clerk).orElseThrow();
        String path = "/accounts/assign/" + clerk.value();
        Map<String, String> form =
                Map.of("version", Long.toString(before.version()), "roles", "LEADER", "agencies", "H37.02 H37.04");
        assertThat(location(administrator.submit(path, path, form))).endsWith("/accounts/person/" + clerk.value());
        AccountFacts after = administration.find(clerk).orElseThrow();
        assertThat(after.roles()).containsExactly(Role.LEADER);
        assertThat(after.agencies()).extracting(AgencyCode::value).containsExactlyInAnyOrder("H37.02", "H37.04");
        assertThat(administrator.submit(path, path, form).body()).contains("Có người vừa sửa tài khoản này");
        Person somebody = accounts.find(login(Role.ADMINISTRATOR)).orElseThrow();
        assertThat(administration.assign(before, Set.of(Role.CLERK), Set.of(), somebody))
                .isInstanceOf(AccountStep.ChangedMeanwhile.class);
    }

    @Test
    void neverFlattensRolesThatDifferFromAgencyToAgency() {
        LoginName clerk = login(Role.CLERK);
        LoginName self = login(Role.ADMINISTRATOR);
        Person person = accounts.find(self).orElseThrow();
        AccountFacts even = administration.find(clerk).orElseThrow();
        RoleGrant leading = new RoleGrant(Role.LEADER, new AgencyCode("H37.09"), clock.instant(), null, null);
        assertThat(administration.grant(even, leading, person)).isInstanceOf(AccountStep.Done.class);
        AccountFacts before = administration.find(clerk).orElseThrow();
        Browser administrator = administrator(self);
        String path = "/accounts/assign/" + clerk.value();
        assertThat(location(administrator.get(path))).endsWith("/people/roles/" + clerk.value());
        assertThat(administrator.get("/people/roles/" + clerk.value()).body()).contains("đổi từng vai trò ở đây");
        assertThat(administrator.get("/accounts/person/" + clerk.value()).body())
                .doesNotContain(path);
        Map<String, String> form =
                Map.of("version", Long.toString(before.version()), "roles", "LEADER", "agencies", "H37.02");
        assertThat(location(administrator.submit("/accounts", path, form))).endsWith("/people/roles/" + clerk.value());
        assertThat(administration.assign(before, Set.of(Role.CLERK), Set.of(), person))
                .isInstanceOf(AccountStep.Uneven.class);
        assertThat(administration.find(clerk).orElseThrow().grants()).isEqualTo(before.grants());
    }

    @Test
    void leavesOneOfTwoAdministratorsWhoShutEachOtherOut() {
        for (int round = 0; round < 5; round++) {
            Person one = accounts.find(login(Role.ADMINISTRATOR)).orElseThrow();
            Person other = accounts.find(login(Role.ADMINISTRATOR)).orElseThrow();
            CompletableFuture<AccountStep> first =
                    CompletableFuture.supplyAsync(() -> administration.disable(other.login(), one));
            CompletableFuture<AccountStep> second =
                    CompletableFuture.supplyAsync(() -> administration.disable(one.login(), other));
            assertThat(Stream.of(first.join(), second.join()).filter(AccountStep.Done.class::isInstance))
                    .hasSize(1);
            assertThat(administration.disable(one.login(), one)).isInstanceOf(AccountStep.OwnAccount.class);
        }
    }

    @Test
    void listsAccountsPartByPartAndFindsThemByNameWithoutAccents() {
        String mark = "keyset" + NUMBER.incrementAndGet();
        for (int at = 0; at < 5; at++) {
            NewAccount account =
                    new NewAccount(new LoginName(mark + "." + at), "Vũ " + mark, Set.of(Role.LEADER), Set.of());
            assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        }
        List<AccountFacts> first = administration.list(mark, null, 3);
        List<AccountFacts> second =
                administration.list("vu " + mark, first.getLast().login(), 3);
        assertThat(Stream.concat(first.stream(), second.stream())
                        .map(one -> one.login().value()))
                .containsExactly(mark + ".0", mark + ".1", mark + ".2", mark + ".3", mark + ".4");
        assertThat(administration.list("%", null, 3)).isEmpty();
    }

    private static HttpResponse<String> change(Browser browser, String current, String fresh, String again) {
        return browser.submit(OWN, OWN, Map.of("current", current, "fresh", fresh, "again", again));
    }

    /** Does it and follows to the page that tells of it. */
    private static HttpResponse<String> act(Browser administrator, LoginName login, String act) {
        String path = "/accounts/person/" + login.value();
        assertThat(administrator
                        .submit(path + "/" + act, path + "/" + act, Map.of())
                        .statusCode())
                .isEqualTo(302);
        return administrator.get(path);
    }

    private static String shown(HttpResponse<String> page) {
        Matcher found = SHOWN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Browser administrator(LoginName login) {
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        Map<String, String> code = Map.of("code", phone.code(clock.instant()));
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", code).statusCode())
                .isEqualTo(302);
        return browser;
    }

    private Browser browser() {
        return new Browser(ports, identity.anonymousClient());
    }

    private LoginName login(Role role) {
        LoginName login = new LoginName("accounts" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Văn Hai", Set.of(role), Set.of(new AgencyCode("H37.02")));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
