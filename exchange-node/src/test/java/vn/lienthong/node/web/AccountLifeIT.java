package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountLife;
import vn.lienthong.node.identity.AccountStep;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Invitations;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SignIn;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

/** How accounts begin and end. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class AccountLifeIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String CHOSEN = "chín chiếc thuyền thúng";
    private static final String ADDRESS = "192.0.2.81";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final AccountLife life;
    private final Invitations invitations;
    private final SignIn signIn;
    private final SettableClock clock;
    private final JdbcClient database;

    @Autowired
    AccountLifeIT(
            Accounts accounts,
            AccountLife life,
            Invitations invitations,
            SignIn signIn,
            SettableClock clock,
            JdbcClient database) {
        this.accounts = accounts;
        this.life = life;
        this.invitations = invitations;
        this.signIn = signIn;
        this.clock = clock;
        this.database = database;
    }

    @AfterEach
    void forgetWrongCodes() {
        var _ = database.sql("delete from login_attempt").update();
    }

    private Person person(Role role) {
        LoginName login = new LoginName(
                "life" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Lê Văn Tư", Set.of(role), Set.of(new AgencyCode("H80.91")));
        return ((AccountCreation.Created) accounts.create(account, PASSWORD)).person();
    }

    private boolean signsIn(Person person, String password) {
        return signIn.attempt(person.login().value(), password, ADDRESS) instanceof SignIn.SignedIn;
    }

    private Invitations.Acceptance accept(Person person, String code, String password) {
        return invitations.accept(person.login().value(), code, password, ADDRESS);
    }

    @Test
    void letsAnInvitedPersonChooseThePasswordOnceAndKnowsNoOtherUntilThen() {
        Person administrator = person(Role.ADMINISTRATOR);
        Person clerk = person(Role.CLERK);
        String code = invitations
                .invite(clerk.login(), administrator)
                .orElseThrow()
                .code()
                .reveal();
        assertThat(signsIn(clerk, PASSWORD)).isFalse();
        assertThat(signsIn(clerk, code)).isFalse();
        assertThat(accept(clerk, "abcde-abcde-abcde-abcde", CHOSEN)).isInstanceOf(Invitations.Acceptance.Wrong.class);
        assertThat(accept(administrator, code, CHOSEN)).isInstanceOf(Invitations.Acceptance.Wrong.class);
        assertThat(accept(clerk, code, "ngắn")).isInstanceOf(Invitations.Acceptance.Refused.class);
        assertThat(accept(clerk, code.toUpperCase(Locale.ROOT) + " ", CHOSEN))
                .isInstanceOf(Invitations.Acceptance.Accepted.class);
        assertThat(signsIn(clerk, CHOSEN)).isTrue();
        assertThat(accept(clerk, code, PASSWORD)).isInstanceOf(Invitations.Acceptance.Wrong.class);
        assertThat(invitations.invite(administrator.login(), administrator)).isEmpty();
    }

    @Test
    void refusesAnInvitationAfterThreeDays() {
        Person clerk = person(Role.CLERK);
        String code = invitations
                .invite(clerk.login(), person(Role.ADMINISTRATOR))
                .orElseThrow()
                .code()
                .reveal();
        clock.advance(Invitations.LIFE);
        assertThat(accept(clerk, code, CHOSEN)).isInstanceOf(Invitations.Acceptance.Wrong.class);
    }

    @Test
    void givesAnInvitationToOneOfManyWhoUseItAtTheSameMoment() {
        Person clerk = person(Role.CLERK);
        String code = invitations
                .invite(clerk.login(), person(Role.ADMINISTRATOR))
                .orElseThrow()
                .code()
                .reveal();
        List<CompletableFuture<Invitations.Acceptance>> all = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> accept(clerk, code, CHOSEN)))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .filteredOn(Invitations.Acceptance.Accepted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void suspendsWithAReasonAndLetsComeBack() {
        Person administrator = person(Role.ADMINISTRATOR);
        Person clerk = person(Role.CLERK);
        assertThat(life.suspend(clerk.login(), "Nghỉ thai sản", administrator)).isInstanceOf(AccountStep.Done.class);
        assertThat(accounts.find(clerk.login())).isEmpty();
        assertThat(signsIn(clerk, PASSWORD)).isFalse();
        assertThat(life.of(clerk.login()).orElseThrow().reason()).isEqualTo("Nghỉ thai sản");
        assertThat(life.suspend(administrator.login(), "Tự khóa", administrator))
                .isInstanceOf(AccountStep.OwnAccount.class);
        assertThat(life.resume(clerk.login(), administrator)).isInstanceOf(AccountStep.Done.class);
        assertThat(signsIn(clerk, PASSWORD)).isTrue();
        assertThat(life.of(clerk.login()).orElseThrow().suspendedAt()).isNull();
    }

    @Test
    void shutsTheAccountAndEndsTheRolesOfWhoeverHasLeft() {
        Person administrator = person(Role.ADMINISTRATOR);
        Person clerk = person(Role.CLERK);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(life.leave(clerk.login(), today, administrator)).isInstanceOf(AccountStep.Done.class);
        life.upkeep();
        assertThat(accounts.find(clerk.login())).isPresent();
        clock.advance(Duration.ofDays(1));
        life.upkeep();
        assertThat(accounts.find(clerk.login())).isEmpty();
        assertThat(life.resume(clerk.login(), administrator)).isInstanceOf(AccountStep.Done.class);
        assertThat(accounts.find(clerk.login()).orElseThrow().roles()).isEmpty();
    }

    private long told(LoginName reader, LoginName about) {
        return database.sql(
                        "select count(*) from notification where login = ? and kind = 'ACCOUNT_UNUSED' and about = ?")
                .params(reader.value(), about.value())
                .query(Long.class)
                .single();
    }

    @Test
    void warnsAndThenSuspendsAnAccountThatNobodyUses() {
        Person clerk = person(Role.CLERK);
        clock.advance(Duration.ofDays(39));
        Person fresh = person(Role.CLERK);
        Person administrator = person(Role.ADMINISTRATOR);
        life.upkeep();
        assertThat(life.of(clerk.login()).orElseThrow().warnedAt()).isNotNull();
        assertThat(life.of(fresh.login()).orElseThrow().warnedAt()).isNull();
        assertThat(told(clerk.login(), clerk.login())).isEqualTo(1);
        assertThat(told(administrator.login(), clerk.login())).isEqualTo(1);
        assertThat(told(fresh.login(), fresh.login())).isZero();
        assertThat(accounts.find(clerk.login())).isPresent();
        clock.advance(Duration.ofDays(8));
        life.upkeep();
        assertThat(accounts.find(clerk.login())).isEmpty();
        assertThat(life.of(clerk.login()).orElseThrow().reason()).isEqualTo("dormant");
        assertThat(accounts.find(fresh.login())).isPresent();
    }
}
