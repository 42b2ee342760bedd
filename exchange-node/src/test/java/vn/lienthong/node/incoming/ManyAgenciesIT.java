package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.incoming.internal.record.Delegations;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;
import vn.lienthong.node.testing.TestTransportIdentity;

/** A clerk of one agency who leads another: at the other one only what leaders do. */
@NodeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyAgenciesIT {
    private static final AgencyCode OWN = new AgencyCode("H81.01");
    private static final AgencyCode LED = new AgencyCode("H81.02");
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final Delegations delegations;
    private final ListenerPorts ports;
    private final TestTransportIdentity identity;
    private final InstantSource clock;
    private final JdbcClient database;
    private final Browser both;
    private final Arrivals arrivals;

    @Autowired
    ManyAgenciesIT(
            Accounts accounts,
            AccountAdministration administration,
            Delegations delegations,
            ListenerPorts ports,
            TestTransportIdentity identity,
            ParcelAcceptance acceptance,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcClient database)
            throws IOException {
        this.accounts = accounts;
        this.administration = administration;
        this.delegations = delegations;
        this.ports = ports;
        this.identity = identity;
        this.clock = clock;
        this.database = database;
        this.arrivals = new Arrivals(acceptance, directory, keys, ids, clock, database, LED);
        var _ = directory.host(OWN);
        this.both = new Browser(ports, identity.anonymousClient());
        Person person = account(Role.CLERK, OWN);
        RoleGrant leading = new RoleGrant(Role.LEADER, LED, clock.instant(), null, null);
        assertThat(administration.grant(
                        administration.find(person.login()).orElseThrow(), leading, account(Role.ADMINISTRATOR)))
                .isInstanceOf(AccountStep.Done.class);
        var _ = both.signIn(person.login().value(), PASSWORD);
    }

    private Person account(Role role, AgencyCode... agencies) {
        LoginName login = new LoginName(
                "many" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Lý Thị Hai Nơi", Set.of(role), Set.of(agencies));
        return ((AccountCreation.Created) accounts.create(account, PASSWORD)).person();
    }

    private String state(long id) {
        return database.sql("select concat(state, ' ', version) from incoming_document where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table + " where agency = ?")
                .param(LED.value())
                .query(Long.class)
                .single();
    }

    @Test
    void takesInRegistersAndSubmitsNothingWhereOnlyLeading() {
        long id = arrivals.arrive("811", Urgency.ORDINARY);
        String page = "/incoming/" + id;
        String before = state(id);
        String shown = both.get(page).body();
        assertThat(shown).contains("811/UBND-VX");
        for (String act : List.of("register", "submit", "refuse", "file", "abnormal")) {
            assertThat(shown).as(act).doesNotContain(page + "/" + act + "\"");
            assertThat(both.get(page + "/" + act).statusCode())
                    .as("form " + act)
                    .isIn(403, 404, 302);
        }
        Map<String, String> form = new HashMap<>(Map.of(
                "version", before.substring(before.indexOf(' ') + 1),
                "words", "Không phải việc của tôi",
                "reason", "OTHER",
                "then", "accept"));
        for (String act : List.of("accept", "register", "submit", "refuse", "file", "abnormal", "unfile")) {
            assertThat(both.submit("/incoming", page + "/" + act, form).statusCode())
                    .as(act)
                    .isIn(302, 403, 404);
            assertThat(state(id)).as(act).isEqualTo(before);
        }
        form.put("id", Long.toString(id));
        var _ = both.submit("/incoming", "/incoming/accept-many", form);
        assertThat(state(id)).isEqualTo(before);
    }

    @Test
    void writesSendsAndKeepsBooksOnlyWhereClerk() {
        long drafts = count("outgoing_document");
        long books = count("register_book");
        String list = both.get("/outgoing").body();
        assertThat(list).doesNotContain("value=\"" + LED.value() + "\"");
        var _ = both.submit("/outgoing", "/outgoing", Map.of("agency", LED.value()));
        assertThat(count("outgoing_document")).isEqualTo(drafts);
        Map<String, String> book = Map.of("agency", LED.value(), "kind", "OUTGOING", "name", "Sổ giả", "year", "2026");
        var _ = both.submit("/registers/new", "/registers/new", book);
        assertThat(count("register_book")).isEqualTo(books);
        assertThat(both.submit("/registers", "/registers/types/" + LED.value(), Map.of())
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void findsDocumentsOfBothAndUnitsOfTheOwnOnly() {
        long id = arrivals.arrive("812", Urgency.ORDINARY);
        assertThat(both.get("/search?q=812").body()).contains("/incoming/" + id);
        var _ = both.submit("/units", "/units", Map.of("name", "Phòng của nơi khác", "agency", LED.value()));
        assertThat(count("incoming_unit")).isZero();
    }

    @Test
    void delegatesOnlyWhereTheOtherWorksAndOnlyAsLongAsThatIsSo() {
        Person leader = account(Role.LEADER, OWN, LED);
        Person officer = account(Role.OFFICER, LED);
        Browser browser = new Browser(ports, identity.anonymousClient());
        var _ = browser.signIn(leader.login().value(), PASSWORD);
        Map<String, String> form = Map.of("to", "p-" + officer.login().value(), "from", "h", "until", "+3", "type", "");
        assertThat(browser.submit("/delegations", "/delegations", form).statusCode())
                .isEqualTo(302);
        assertThat(delegations.held(officer.login().value()))
                .extracting(Delegations.Delegation::agency)
                .containsExactly(LED);
        assertThat(administration.revoke(
                        administration.find(officer.login()).orElseThrow(),
                        Role.OFFICER,
                        LED,
                        account(Role.ADMINISTRATOR)))
                .isInstanceOf(AccountStep.Done.class);
        assertThat(delegations.held(officer.login().value())).isEmpty();
    }
}
