package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.ClearanceFacts;
import vn.lienthong.node.identity.ClearanceStep;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.RoleFault;
import vn.lienthong.node.identity.RoleGrant;
import vn.lienthong.node.identity.RolePermissions;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

/** Who is cleared, who gives it, and what a table can and cannot do to rights. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class RightsIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode HERE = new AgencyCode("H80.71");
    private static final AgencyCode THERE = new AgencyCode("H80.72");
    private static final String WHY = "Theo quyết định phân công";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final AccountAdministration administration;
    private final ClearanceAdministration clearing;
    private final Clearances clearances;
    private final RolePermissions roles;
    private final SignIn signIn;
    private final SettableClock clock;
    private final JdbcClient database;

    @Autowired
    RightsIT(
            Accounts accounts,
            AccountAdministration administration,
            ClearanceAdministration clearing,
            RolePermissions roles,
            SignIn signIn,
            SettableClock clock,
            JdbcClient database,
            Clearances clearances) {
        this.accounts = accounts;
        this.administration = administration;
        this.clearing = clearing;
        this.roles = roles;
        this.signIn = signIn;
        this.clock = clock;
        this.database = database;
        this.clearances = clearances;
    }

    @AfterEach
    void leaveTheTableAsDelivered() {
        var _ = database.sql("delete from role_wish").update();
        var _ = database.sql("delete from role_permission where role = 'OFFICER' and permission = 'READ_REGISTERS'")
                .update();
        var _ = database.sql("update role_permission set carried = true").update();
    }

    private Person person(Role role, AgencyCode... agencies) {
        LoginName login = new LoginName("rights-" + role.slug() + "-" + NUMBER.incrementAndGet() + "-"
                + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Người " + role.slug(), Set.of(role), Set.of(agencies));
        return ((AccountCreation.Created) accounts.create(account, PASSWORD)).person();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private long proposed(Person clerk, Person officer, Secrecy level) {
        assertThat(clearing.propose(clerk.login(), HERE, level, today().plusDays(10), WHY, officer))
                .isEqualTo(ClearanceStep.DONE);
        return clearing.list(officer, false).stream()
                .filter(one -> one.login().equals(clerk.login()) && one.state() == ClearanceFacts.State.PROPOSED)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void countsAClearanceOnlyOnceASecondPersonConfirmedIt() {
        Person clerk = person(Role.CLERK, HERE);
        Person officer = person(Role.SECURITY_OFFICER);
        Person leader = person(Role.LEADER, HERE);
        long id = proposed(clerk, officer, Secrecy.SECRET);
        assertThat(clearances.level(clerk.login(), HERE)).isEmpty();

        assertThat(clearing.confirm(id, officer)).isEqualTo(ClearanceStep.SAME_PERSON);
        assertThat(clearing.confirm(id, person(Role.LEADER, THERE))).isEqualTo(ClearanceStep.NOT_ALLOWED);
        assertThat(clearing.confirm(id, person(Role.SECURITY_OFFICER))).isEqualTo(ClearanceStep.NOT_ALLOWED);
        assertThat(clearing.confirm(id, person(Role.ADMINISTRATOR))).isEqualTo(ClearanceStep.NOT_ALLOWED);
        assertThat(clearances.level(clerk.login(), HERE)).isEmpty();

        assertThat(clearing.confirm(id, leader)).isEqualTo(ClearanceStep.DONE);
        assertThat(clearances.level(clerk.login(), HERE)).contains(Secrecy.SECRET);
        assertThat(clearances.level(clerk.login(), THERE)).isEmpty();
        assertThat(clearances.cleared(HERE, Secrecy.CONFIDENTIAL)).contains(clerk.login());
        assertThat(clearances.cleared(HERE, Secrecy.TOP_SECRET)).doesNotContain(clerk.login());
        assertThat(clearances.cleared(HERE, Secrecy.ORDINARY)).isEmpty();
        assertThat(accounts.find(clerk.login()).orElseThrow().version()).isGreaterThan(clerk.version());
        assertThat(clearing.confirm(id, leader)).isEqualTo(ClearanceStep.GONE);
    }

    @Test
    void letsNobodyClearOneselfNorWhoHandlesNoSecrets() {
        Person officer = person(Role.SECURITY_OFFICER);
        Person leader = person(Role.LEADER, HERE);
        long id = proposed(leader, officer, Secrecy.SECRET);
        assertThat(clearing.confirm(id, leader)).isEqualTo(ClearanceStep.OWN_CLEARANCE);
        assertThat(clearing.confirm(id, person(Role.SECURITY_OFFICER))).isEqualTo(ClearanceStep.DONE);

        Person operator = person(Role.OPERATOR);
        assertThat(clearing.propose(operator.login(), HERE, Secrecy.SECRET, today(), WHY, officer))
                .isEqualTo(ClearanceStep.NOT_ELIGIBLE);
        assertThat(clearing.propose(leader.login(), THERE, Secrecy.SECRET, today(), WHY, officer))
                .isEqualTo(ClearanceStep.NOT_ELIGIBLE);
        assertThat(clearing.propose(leader.login(), HERE, Secrecy.SECRET, today().minusDays(1), WHY, officer))
                .isEqualTo(ClearanceStep.WRONG_DAY);
        assertThat(clearing.propose(officer.login(), HERE, Secrecy.SECRET, today(), WHY, officer))
                .isEqualTo(ClearanceStep.OWN_CLEARANCE);
        assertThat(clearing.propose(leader.login(), HERE, Secrecy.TOP_SECRET, today(), WHY, leader))
                .isEqualTo(ClearanceStep.NOT_ALLOWED);
    }

    @Test
    void clearsAnOfficerOfTheLogForEventsAndForNoDocument() {
        Person reader = person(Role.SECURITY_OFFICER);
        Person leader = person(Role.LEADER, HERE);
        long id = proposed(reader, person(Role.SECURITY_OFFICER), Secrecy.SECRET);
        assertThat(clearances.ofEvents(reader.login())).isEqualTo(Secrecy.ORDINARY);
        assertThat(clearing.confirm(id, person(Role.SECURITY_OFFICER))).isEqualTo(ClearanceStep.NOT_ALLOWED);
        assertThat(clearing.confirm(id, leader)).isEqualTo(ClearanceStep.DONE);
        assertThat(clearances.ofEvents(reader.login())).isEqualTo(Secrecy.SECRET);
        assertThat(clearances.level(reader.login(), HERE)).isEmpty();
        assertThat(clearances.cleared(HERE, Secrecy.CONFIDENTIAL)).doesNotContain(reader.login());

        Person clerk = person(Role.CLERK, HERE);
        assertThat(clearing.confirm(proposed(clerk, person(Role.SECURITY_OFFICER), Secrecy.SECRET), leader))
                .isEqualTo(ClearanceStep.DONE);
        assertThat(clearances.ofEvents(clerk.login())).isEqualTo(Secrecy.ORDINARY);
    }

    @Test
    void endsAClearanceWithTheLastDayTheRoleOrTheAccount() {
        Person officer = person(Role.SECURITY_OFFICER);
        Person leader = person(Role.LEADER, HERE);
        Person clerk = person(Role.CLERK, HERE);
        assertThat(clearing.confirm(proposed(clerk, officer, Secrecy.SECRET), leader))
                .isEqualTo(ClearanceStep.DONE);
        Person administrator = person(Role.ADMINISTRATOR);
        var _ = person(Role.ADMINISTRATOR);
        AccountFacts facts = administration.find(clerk.login()).orElseThrow();
        assertThat(administration.assign(facts, Set.of(Role.CLERK), Set.of(THERE), administrator))
                .isInstanceOf(AccountStep.Done.class);
        assertThat(clearances.level(clerk.login(), HERE)).isEmpty();
        assertThat(clearances.cleared(HERE, Secrecy.CONFIDENTIAL)).doesNotContain(clerk.login());

        Person other = person(Role.OFFICER, HERE);
        assertThat(clearing.confirm(proposed(other, officer, Secrecy.SECRET), leader))
                .isEqualTo(ClearanceStep.DONE);
        assertThat(administration.disable(other.login(), administrator)).isInstanceOf(AccountStep.Done.class);
        assertThat(clearances.level(other.login(), HERE)).isEmpty();

        Person third = person(Role.OFFICER, HERE);
        assertThat(clearing.confirm(proposed(third, officer, Secrecy.SECRET), leader))
                .isEqualTo(ClearanceStep.DONE);
        clock.advance(Duration.ofDays(11));
        assertThat(clearances.level(third.login(), HERE)).isEmpty();
    }

    @Test
    void confirmsAProposalOnceWhenTwoLeadersDoAtTheSameMoment() {
        Person clerk = person(Role.CLERK, HERE);
        long id = proposed(clerk, person(Role.SECURITY_OFFICER), Secrecy.CONFIDENTIAL);
        List<Person> leaders = List.of(person(Role.LEADER, HERE), person(Role.LEADER, HERE));
        List<Boolean> done =
                leaders.stream()
                        .map(leader -> CompletableFuture.supplyAsync(() -> confirms(id, leader)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(clearances.level(clerk.login(), HERE)).contains(Secrecy.CONFIDENTIAL);
    }

    private boolean confirms(long id, Person leader) {
        try {
            return clearing.confirm(id, leader) == ClearanceStep.DONE;
        } catch (IllegalStateException overtaken) {
            return false;
        }
    }

    @Test
    void letsNobodyInInWhomATableJoinsWhatMustBeApart() {
        Person clerk = person(Role.CLERK, HERE);
        var _ = database.sql("insert into account_role (account_id, role, agency)"
                        + " select id, 'SECURITY_OFFICER', '' from account where login = ?")
                .param(clerk.login().value())
                .update();
        assertThat(accounts.find(clerk.login())).isEmpty();
        assertThat(signIn.attempt(clerk.login().value(), PASSWORD, "192.0.2.71"))
                .isInstanceOf(SignIn.Wrong.class);
    }

    @Test
    void ignoresRowsOfTheRoleTableThatCodeForbids() {
        for (String row : List.of("'CLERK', 'READ_EVENTS'", "'ADMINISTRATOR', 'READ_DOCUMENTS'")) {
            var _ = database.sql("insert into role_permission values (" + row + ", true)")
                    .update();
        }
        var _ = database.sql("update role_permission set carried = false where permission = 'MANAGE_ACCOUNTS'")
                .update();
        Person clerk = accounts.find(person(Role.CLERK, HERE).login()).orElseThrow();
        Person administrator = accounts.find(person(Role.ADMINISTRATOR).login()).orElseThrow();
        var _ = database.sql("delete from role_permission where (role = 'CLERK' and permission = 'READ_EVENTS')"
                        + " or (role = 'ADMINISTRATOR' and permission = 'READ_DOCUMENTS')")
                .update();
        assertThat(clerk.may(Permission.READ_EVENTS)).isFalse();
        assertThat(administrator.may(Permission.READ_DOCUMENTS)).isFalse();
        assertThat(administrator.may(Permission.MANAGE_ACCOUNTS)).isTrue();
    }

    @Test
    void changesARoleOnlyByTwoAdministratorsAndEndsTheSessionsOfItsHolders() {
        Person first = person(Role.ADMINISTRATOR);
        Person second = person(Role.ADMINISTRATOR);
        Person officer = person(Role.OFFICER, HERE);
        assertThat(roles.wish(Role.OFFICER, Permission.READ_REGISTERS, true, first))
                .isEmpty();
        long id = roles.waiting().getFirst().id();
        assertThat(accounts.find(officer.login()).orElseThrow().may(Permission.READ_REGISTERS))
                .isFalse();
        assertThat(roles.confirm(id, first)).contains(RoleFault.SAME_PERSON);
        assertThat(roles.confirm(id, second)).isEmpty();
        Person after = accounts.find(officer.login()).orElseThrow();
        assertThat(after.may(Permission.READ_REGISTERS, HERE)).isTrue();
        assertThat(after.version()).isGreaterThan(officer.version());
        assertThat(roles.confirm(id, second)).contains(RoleFault.GONE);
    }

    @Test
    void refusesWishesThatCodeForbids() {
        Person administrator = person(Role.ADMINISTRATOR);
        assertThat(roles.wish(Role.ADMINISTRATOR, Permission.READ_DOCUMENTS, true, administrator))
                .contains(RoleFault.OUT_OF_BOUNDS);
        assertThat(roles.wish(Role.CLERK, Permission.READ_EVENTS, true, administrator))
                .contains(RoleFault.OUT_OF_BOUNDS);
        assertThat(roles.wish(Role.ADMINISTRATOR, Permission.MANAGE_ACCOUNTS, false, administrator))
                .contains(RoleFault.OUT_OF_BOUNDS);
        assertThat(roles.wish(Role.CLERK, Permission.SEND_DOCUMENTS, true, administrator))
                .contains(RoleFault.NOTHING);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roles.wish(Role.OFFICER, Permission.READ_REGISTERS, true, person(Role.CLERK, HERE)));
    }

    @Test
    void holdsARoleForOneAgencyUntilItsEndAndNotForOthers() {
        Person administrator = person(Role.ADMINISTRATOR);
        Person clerk = person(Role.CLERK, HERE);
        AccountFacts facts = administration.find(clerk.login()).orElseThrow();
        RoleGrant leading = new RoleGrant(
                Role.LEADER, THERE, clock.instant(), clock.instant().plusSeconds(60), null);
        assertThat(administration.grant(facts, leading, administrator)).isInstanceOf(AccountStep.Done.class);
        Person now = accounts.find(clerk.login()).orElseThrow();
        assertThat(now.may(Permission.RELEASE_SECRETS, THERE)).isTrue();
        assertThat(now.may(Permission.RELEASE_SECRETS, HERE)).isFalse();
        assertThat(now.may(Permission.SEND_DOCUMENTS, THERE)).isFalse();
        clock.advance(Duration.ofMinutes(2));
        Person later = accounts.find(clerk.login()).orElseThrow();
        assertThat(later.may(Permission.RELEASE_SECRETS, THERE)).isFalse();
        assertThat(later).isNotEqualTo(now);

        AccountFacts again = administration.find(clerk.login()).orElseThrow();
        RoleGrant watching = new RoleGrant(Role.SECURITY_OFFICER, null, clock.instant(), null, null);
        assertThat(administration.grant(again, watching, administrator)).isInstanceOf(AccountStep.DutiesMeet.class);
        assertThat(Stream.of(Role.values()).filter(later::is)).containsExactly(Role.CLERK);
    }
}
