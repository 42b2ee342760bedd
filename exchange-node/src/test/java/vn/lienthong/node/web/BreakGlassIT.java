package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.BreakGlass.Halves;
import vn.lienthong.node.identity.BreakGlass.Opening;
import vn.lienthong.node.identity.BreakGlass.Said;
import vn.lienthong.node.identity.BreakGlassOrder;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

/** The emergency entry, mostly from the seat of somebody who should not get in. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class BreakGlassIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String PAGE = "/sign-in/break-glass";
    private static final String REVIEWS = "/people/break-glass";
    private static final Halves FALSE = new Halves("abcde-fghjk-mnpqr-stuvw", "wvuts-rqpnm-kjhgf-edcba");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final BreakGlass entry;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final Site site;

    /**
     * Where the node is.
     *
     * @param platform its data directory
     * @param identity its certificate
     * @param ports where it listens
     * @param database its tables
     */
    record Site(
            PlatformProperties platform, TestTransportIdentity identity, ListenerPorts ports, JdbcClient database) {}

    @Autowired
    BreakGlassIT(
            Accounts accounts,
            AccountAdministration administration,
            BreakGlass entry,
            SecondFactors factors,
            SettableClock clock,
            PlatformProperties platform,
            TestTransportIdentity identity,
            ListenerPorts ports,
            JdbcClient database) {
        this.accounts = accounts;
        this.administration = administration;
        this.entry = entry;
        this.factors = factors;
        this.clock = clock;
        this.site = new Site(platform, identity, ports, database);
    }

    @AfterEach
    void leavesAllInOrder() {
        var _ = site.database().sql("delete from login_attempt").update();
        Person officer =
                accounts.find(login(Role.SECURITY_OFFICER, "Người dọn")).orElseThrow();
        entry.uses().stream()
                .filter(use -> use.review() == null)
                .forEach(
                        use -> assertThat(entry.close(use.id(), "dọn", officer)).isEqualTo(BreakGlass.Closing.DONE));
    }

    private LoginName login(Role role, String name) {
        LoginName login = new LoginName(
                "glass" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        Set<AgencyCode> agencies = role == Role.LEADER ? Set.of(new AgencyCode("H80.97")) : Set.of();
        assertThat(accounts.create(new NewAccount(login, name, Set.of(role), agencies), PASSWORD))
                .isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private Halves drawn() throws IOException, InterruptedException {
        return new BreakGlassOrder(site.platform().data())
                .give(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static Said said(String address) {
        return new Said("Lê Thị Giữ", "Trần Văn Niêm", "Diễn tập", address);
    }

    private Browser browser() {
        return new Browser(site.ports(), site.identity().anonymousClient());
    }

    private static Map<String, String> form(Halves halves) {
        return Map.of(
                "first-name", "Lê Thị Giữ",
                "second-name", "Trần Văn Niêm",
                "reason", "Hệ thống định danh ngừng",
                "first-half", halves.first(),
                "second-half", halves.second());
    }

    private static int enters(Browser browser, Halves halves) {
        return browser.submit(PAGE, PAGE, form(halves)).statusCode();
    }

    private long events(String action) {
        return site.database()
                .sql("select count(*) from audit_event where action = ?")
                .param(action)
                .query(Long.class)
                .single();
    }

    private long told(LoginName login) {
        return site.database()
                .sql("select count(*) from notification where login = ? and kind = 'EMERGENCY_ENTRY'")
                .param(login.value())
                .query(Long.class)
                .single();
    }

    @Test
    void opensOnceToBothHalvesForAccountsAloneAndTellsEverybody() throws Exception {
        LoginName officer = login(Role.SECURITY_OFFICER, "Đỗ Văn An");
        LoginName leader = login(Role.LEADER, "Vũ Thị Trưởng");
        long before = events("break-glass.use");
        Halves halves = drawn();
        Browser emergency = browser();
        assertThat(enters(emergency, halves)).isEqualTo(302);
        assertThat(events("break-glass.use")).isEqualTo(before + 1);
        assertThat(List.of(told(officer), told(leader))).containsExactly(2L, 2L);
        assertThat(emergency.get("/accounts").body()).contains("Lối vào khẩn cấp đang mở");
        for (String closed : List.of("/keys", "/webhooks", "/people/clearances", "/events", "/incoming", "/outgoing")) {
            assertThat(emergency.get(closed).statusCode()).as(closed).isIn(403, 404);
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(emergency.get("/people/roles/" + leader.value()).body()).contains("name=\"role\"");
        assertThat(enters(browser(), halves)).as("used up").isEqualTo(401);
        clock.advance(Duration.ofMinutes(41));
        assertThat(emergency.get("/accounts").statusCode()).as("over").isEqualTo(302);
        assertThat(enters(browser(), halves)).isEqualTo(401);
    }

    @Test
    void refusesOneHalfTheHalvesTheOtherWayRoundAndVoidOnes() throws Exception {
        Halves former = drawn();
        Halves halves = drawn();
        for (Halves tried : List.of(
                new Halves(halves.first(), ""),
                new Halves("", halves.second()),
                new Halves(halves.first(), halves.first()),
                new Halves(halves.second(), halves.first()),
                new Halves(halves.first(), former.second()),
                former)) {
            assertThat(entry.open(tried, said("192.0.2." + NUMBER.incrementAndGet())))
                    .isInstanceOf(Opening.Wrong.class);
        }
        assertThat(entry.open(halves, said("192.0.2.200"))).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void slowsDownGuessingFromOneAddressAndKeepsNobodyElseOut() throws Exception {
        Halves halves = drawn();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(entry.open(FALSE, said("198.51.100.7"))).isInstanceOf(Opening.Wrong.class);
        }
        assertThat(entry.open(halves, said("198.51.100.7"))).isInstanceOf(Opening.Throttled.class);
        assertThat(entry.open(halves, said("198.51.100.8"))).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void opensToOneOfManyWhoUseTheHalvesAtTheSameMoment() throws Exception {
        Halves halves = drawn();
        List<CompletableFuture<Opening>> all = IntStream.range(0, 4)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> entry.open(halves, said("203.0.113." + number))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .filteredOn(Opening.Opened.class::isInstance)
                .hasSize(1);
        assertThat(entry.uses().stream().filter(use -> use.endedAt() == null)).hasSize(1);
    }

    @Test
    void carriesOnePermissionAndIsNobodysToAdminister() throws Exception {
        Opening opening = entry.open(drawn(), said("192.0.2.210"));
        Person emergency = ((Opening.Opened) opening).person();
        assertThat(emergency.permissions()).containsExactly(Permission.MANAGE_ACCOUNTS);
        assertThat(emergency.agencies()).isEmpty();
        Person rogue = accounts.find(login(Role.ADMINISTRATOR, "Kẻ gian")).orElseThrow();
        assertThat(administration.find(BreakGlass.LOGIN)).isEmpty();
        assertThat(administration.resetPassword(BreakGlass.LOGIN, rogue)).isEmpty();
        assertThat(administration.list("break", null, 200)).isEmpty();
        assertThat(accounts.create(new NewAccount(BreakGlass.LOGIN, "Giả", Set.of(Role.CLERK), Set.of()), PASSWORD))
                .isInstanceOf(AccountCreation.LoginNameTaken.class);
        assertThat(administration.disable(BreakGlass.LOGIN, rogue).getClass().getSimpleName())
                .isEqualTo("Nothing");
        assertThat(accounts.find(BreakGlass.LOGIN)).isPresent();
    }

    @Test
    void staysOnEveryPageUntilAnOfficerWhoTookNoPartHasReviewedIt() throws Exception {
        LoginName part = login(Role.SECURITY_OFFICER, "Trần Văn Niêm");
        LoginName other = login(Role.SECURITY_OFFICER, "Bùi Thị Soát");
        Browser emergency = browser();
        assertThat(enters(emergency, drawn())).isEqualTo(302);
        assertThat(emergency.submit("/accounts", "/sign-out", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(accounts.find(BreakGlass.LOGIN)).as("shut").isEmpty();
        long use = entry.standing().orElseThrow().id();
        Browser officer = strong(other);
        assertThat(officer.get(REVIEWS).body()).contains("chờ cán bộ an toàn thông tin xem xét", "Lê Thị Giữ");
        assertThat(officer.get("/people/rights").body()).contains("chưa được xem xét");
        String close = REVIEWS + "/" + use;
        assertThat(officer.submit(REVIEWS, close, Map.of("finding", " ")).body())
                .contains("Ghi kết luận");
        var _ = strong(part).submit(REVIEWS, close, Map.of("finding", "Không có gì"));
        assertThat(entry.standing()).as("took part").isPresent();
        Map<String, String> finding = new HashMap<>(Map.of("finding", "Đã đối chiếu nhật ký"));
        assertThat(officer.submit(REVIEWS, close, finding).statusCode()).isEqualTo(302);
        assertThat(entry.standing()).isEmpty();
        assertThat(officer.get(REVIEWS).body()).contains("Đã đối chiếu nhật ký", "Đã xem xét");
    }

    private Browser strong(LoginName login) {
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        Map<String, String> code = Map.of("code", phone.code(clock.instant()));
        assertThat(browser.submit("/sign-in/code", "/sign-in/code", code).statusCode())
                .isEqualTo(302);
        return browser;
    }
}
