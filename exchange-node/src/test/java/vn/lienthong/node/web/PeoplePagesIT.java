package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The pages about rights: what roles carry, who holds them where, who is cleared. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class PeoplePagesIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String HERE = "H80.81";
    private static final String THERE = "H80.82";
    private static final String CLEARANCES = "/people/clearances";
    private static final String RIGHTS = "/people/rights";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern WISH = Pattern.compile("/people/rights/wishes/(\\d+)");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final Clearances clearances;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final JdbcClient database;

    @Autowired
    PeoplePagesIT(
            Accounts accounts,
            AccountAdministration administration,
            Clearances clearances,
            SecondFactors factors,
            SettableClock clock,
            TestTransportIdentity identity,
            ListenerPorts ports,
            JdbcClient database) {
        this.accounts = accounts;
        this.administration = administration;
        this.clearances = clearances;
        this.factors = factors;
        this.clock = clock;
        this.identity = identity;
        this.ports = ports;
        this.database = database;
    }

    @AfterEach
    void leaveTheTableAsDelivered() {
        var _ = database.sql("delete from role_wish").update();
        var _ = database.sql("update role_permission set carried = true").update();
        var _ = database.sql("delete from role_permission where role = 'OFFICER' and permission = 'READ_REGISTERS'")
                .update();
    }

    private LoginName login(Role role, String agency) {
        LoginName login = new LoginName(
                "people" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Trần Thị Ba", Set.of(role), Set.of(new AgencyCode(agency)));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private Browser strong(LoginName login) {
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = new Browser(ports, identity.anonymousClient());
        var _ = browser.signIn(login.value(), PASSWORD);
        Map<String, String> code = Map.of("code", phone.code(clock.instant()));
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", code).statusCode())
                .isEqualTo(302);
        return browser;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String first(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    @Test
    void changesARoleWhenASecondAdministratorConfirmsIt() {
        LoginName officer = login(Role.OFFICER, HERE);
        Browser first = strong(login(Role.ADMINISTRATOR, HERE));
        Browser second = strong(login(Role.ADMINISTRATOR, HERE));
        Map<String, String> wish = Map.of("role", "OFFICER", "way", "give", "permission", "READ_REGISTERS");
        assertThat(location(first.submit(RIGHTS, "/people/rights/wishes", wish)))
                .endsWith(RIGHTS);
        String seen = first.get(RIGHTS).body();
        assertThat(seen).contains("một người quản trị khác phải xác nhận", "Bỏ đề nghị");
        assertThat(seen).doesNotContain("value=\"confirm\"");
        String decide = "/people/rights/wishes/" + first(WISH, seen);
        var _ = first.submit(RIGHTS, decide, Map.of("then", "confirm"));
        assertThat(first.get(RIGHTS).body()).contains("không tự xác nhận được");
        assertThat(accounts.find(officer).orElseThrow().may(Permission.READ_REGISTERS))
                .isFalse();
        var _ = second.submit(RIGHTS, decide, Map.of("then", "confirm"));
        assertThat(second.get(RIGHTS).body()).contains("Đã đổi vai trò");
        assertThat(accounts.find(officer).orElseThrow().may(Permission.READ_REGISTERS))
                .isTrue();
        Map<String, String> toxic = Map.of("role", "CLERK", "way", "give", "permission", "READ_EVENTS");
        var _ = first.submit(RIGHTS, "/people/rights/wishes", toxic);
        assertThat(first.get(RIGHTS).body()).contains("Phần mềm không cho phép");
    }

    @Test
    void clearsSomebodyByTwoPeopleAndShowsItToNobodyElse() {
        LoginName clerk = login(Role.CLERK, HERE);
        Browser officer = strong(login(Role.SECURITY_OFFICER, HERE));
        Browser leader = strong(login(Role.LEADER, HERE));
        Browser stranger = strong(login(Role.LEADER, THERE));
        Map<String, String> wrong = Map.of("login", "?", "agency", "?", "level", "ORDINARY", "until", "", "reason", "");
        assertThat(officer.submit(CLEARANCES, CLEARANCES, wrong).body())
                .contains("Nhập mã cơ quan", "Chọn độ mật", "Nêu lý do");
        Map<String, String> typed = Map.of(
                "login", clerk.value(),
                "agency", HERE,
                "level", "SECRET",
                "until", "31/12/2027",
                "reason", "Quyết định số 12");
        assertThat(location(officer.submit(CLEARANCES, CLEARANCES, typed))).endsWith(CLEARANCES);
        Pattern mine = Pattern.compile("(/people/clearances/\\d+)\">[^/]*</a><br><span class=\"lt-mono lt-quiet\">"
                + Pattern.quote(clerk.value()));
        String page = first(mine, leader.get(CLEARANCES).body());
        assertThat(stranger.get(CLEARANCES).body()).doesNotContain(clerk.value());
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(clearances.level(clerk, new AgencyCode(HERE))).isEmpty();
        var _ = officer.submit(page, page, Map.of("then", "confirm"));
        assertThat(officer.get(page).body()).contains("không tự xác nhận được");
        var _ = leader.submit(page, page, Map.of("then", "confirm"));
        assertThat(leader.get(page).body()).contains("Đã cấp độ mật", "Tối mật");
        assertThat(clearances.level(clerk, new AgencyCode(HERE))).contains(Secrecy.SECRET);
        var _ = leader.submit(page, page, Map.of("then", "end", "reason", "Chuyển công tác"));
        assertThat(clearances.level(clerk, new AgencyCode(HERE))).isEmpty();
    }

    @Test
    void asksForTheSecondFactorAgainOnAScreenLeftOpen() {
        LoginName clerk = login(Role.CLERK, HERE);
        Browser administrator = strong(login(Role.ADMINISTRATOR, HERE));
        String page = "/people/roles/" + clerk.value();
        String version = first(VERSION, administrator.get(page).body());
        clock.advance(Duration.ofMinutes(11));
        assertThat(administrator.get(page).body())
                .contains("trong vòng 10 phút")
                .doesNotContain("Cấp vai trò</button>");
        Map<String, String> wish = Map.of("version", version, "role", "LEADER", "agency", THERE);
        assertThat(location(administrator.submit(page, page, wish))).contains("/step-up");
        assertThat(accounts.find(clerk).orElseThrow().is(Role.LEADER)).isFalse();
    }

    @Test
    void givesARoleForOneAgencyAndTakesItAway() {
        LoginName clerk = login(Role.CLERK, HERE);
        Browser administrator = strong(login(Role.ADMINISTRATOR, HERE));
        var _ = login(Role.ADMINISTRATOR, HERE);
        String page = "/people/roles/" + clerk.value();
        String version = first(VERSION, administrator.get(page).body());
        Map<String, String> nowhere = Map.of("version", version, "role", "LEADER", "agency", "");
        assertThat(administrator.submit(page, page, nowhere).body()).contains("Nhập mã cơ quan");
        Map<String, String> watching = Map.of("version", version, "role", "SECURITY_OFFICER", "agency", "");
        var _ = administrator.submit(page, page, watching);
        assertThat(accounts.find(clerk).orElseThrow().roles()).containsExactly(Role.CLERK);
        Map<String, String> leading =
                Map.of("version", version, "role", "LEADER", "agency", THERE, "until", "31/12/2027");
        assertThat(location(administrator.submit(page, page, leading))).endsWith(page);
        assertThat(accounts.find(clerk).orElseThrow().is(Role.LEADER, new AgencyCode(THERE)))
                .isTrue();
        assertThat(administrator.get(page).body()).contains("Đã cấp vai trò", "Người cấp");
        var _ = administrator.submit(page, page, leading);
        assertThat(administrator.get(page).body()).contains("vừa sửa tài khoản này");
        String later = Long.toString(administration.find(clerk).orElseThrow().version());
        Map<String, String> taken = Map.of("version", later, "role", "LEADER", "agency", THERE);
        var _ = administrator.submit(page, page + "/revoke", taken);
        assertThat(accounts.find(clerk).orElseThrow().is(Role.LEADER)).isFalse();
    }
}
