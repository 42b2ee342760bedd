package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SessionFacts;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.Browser;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestTransportIdentity;

@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class SessionsIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final PersonSessions sessions;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final SecondFactorIT.Hearing hearing;
    private final ListenerPorts ports;
    private final JdbcClient database;

    @Autowired
    SessionsIT(
            Accounts accounts,
            PersonSessions sessions,
            SecondFactors factors,
            SettableClock clock,
            SecondFactorIT.Hearing hearing,
            ListenerPorts ports,
            DataSource database) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.clock = clock;
        this.hearing = hearing;
        this.ports = ports;
        this.database = JdbcClient.create(database);
    }

    @Test
    void endsOneSessionAndAllOthersFromThisOne() {
        LoginName login = account(Role.CLERK);
        Browser desk = signedIn(login);
        Browser phone = signedIn(login);
        Browser lost = signedIn(login);
        List<SessionFacts> open = sessions.of(login);
        assertThat(open).hasSize(3).allMatch(one -> one.address().equals("127.0.0.1"));
        assertThat(desk.get("/account/sessions").body()).contains("Phiên này", "Kết thúc các phiên khác");
        SessionId third = newest(login);
        assertThat(end(desk, third).statusCode()).isEqualTo(302);
        assertThat(hearing.heard(new AccountEvent.SessionEnded(login, third))).isTrue();
        assertThat(location(lost.get("/account"))).contains("/sign-in");
        assertThat(phone.get("/account").statusCode()).isEqualTo(200);
        assertThat(desk.submit("/account/sessions", "/account/sessions/end-others", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(location(phone.get("/account"))).contains("/sign-in");
        assertThat(desk.get("/account").statusCode()).isEqualTo(200);
        assertThat(sessions.of(login)).hasSize(1);
        assertThat(hearing.heard(new AccountEvent.OtherSessionsEnded(login, 1))).isTrue();
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        LoginName victim = account(Role.CLERK);
        Browser victims = signedIn(victim);
        SessionId target = newest(victim);
        Browser attacker = signedIn(account(Role.CLERK));
        assertThat(end(attacker, target).statusCode()).isEqualTo(302);
        assertThat(victims.get("/account").statusCode()).isEqualTo(200);
        assertThat(attacker.submit(
                                "/account/sessions",
                                "/accounts/session",
                                Map.of("login", victim.value(), "session", target.value()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(victims.get("/account").statusCode()).isEqualTo(200);
        Browser administrator = administrator();
        String page = "/accounts/person/" + victim.value();
        assertThat(administrator.get(page).body()).contains(target.value());
        var _ = administrator.submit(
                page, "/accounts/session", Map.of("login", victim.value(), "session", target.value()));
        assertThat(location(victims.get("/account"))).contains("/sign-in");
    }

    /** Another process over the same database writes the row; this one has only its memory of the session. */
    @Test
    void obeysWhatAnotherProcessWrote() {
        LoginName login = account(Role.CLERK);
        Browser browser = signedIn(login);
        assertThat(database.sql("update account_session set ended_at = seen_at where id = ?")
                        .param(newest(login).value())
                        .update())
                .isEqualTo(1);
        assertThat(location(browser.get("/account"))).contains("/sign-in");
    }

    @Test
    void opensNothingAfterTheEndHoweverManyAskAtOnce() throws InterruptedException, ExecutionException {
        LoginName login = account(Role.CLERK);
        Browser busy = signedIn(login);
        SessionId session = newest(login);
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> enders = IntStream.range(0, 8)
                    .mapToObj(_ -> many.submit(() -> {
                        var _ = busy.get("/account/still-here");
                        return sessions.end(login, session);
                    }))
                    .toList();
            int ended = 0;
            for (Future<Boolean> one : enders) {
                ended += one.get() ? 1 : 0;
            }
            assertThat(ended).isEqualTo(1);
        }
        assertThat(sessions.open(session)).isFalse();
        assertThat(location(busy.get("/account"))).contains("/sign-in");
    }

    @Test
    void keepsOnlyThisSessionWhenThePasswordIsReplaced() {
        LoginName login = account(Role.CLERK);
        Browser here = signedIn(login);
        Browser there = signedIn(login);
        String fresh = "tám con cua rang me";
        assertThat(here.submit(
                                "/account/password",
                                "/account/password",
                                Map.of("current", PASSWORD, "fresh", fresh, "again", fresh))
                        .statusCode())
                .isEqualTo(302);
        assertThat(location(there.get("/account"))).contains("/sign-in");
        assertThat(here.get("/account").statusCode()).isEqualTo(200);
        assertThat(sessions.of(login)).hasSize(1);
        assertThat(database.sql("select kind from notification where login = :login")
                        .param("login", login.value())
                        .query(String.class)
                        .list())
                .containsExactly("SIGN_IN_CHANGED");
    }

    @Test
    void asksOnceMoreForTheSecondFactorAndComesBackToThisSiteOnly() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        var _ = browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", phone.code(clock.instant())));
        assertThat(browser.get("/account/passkeys").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        assertThat(location(browser.get("/account/passkeys"))).contains("/step-up?next=");
        String before = browser.cookie("__Host-lienthong");
        assertThat(stepUp(browser, phone.wrongCode(clock.instant()), "/account/passkeys")
                        .statusCode())
                .isEqualTo(401);
        assertThat(location(stepUp(browser, phone.code(clock.instant()), "https://elsewhere.example/")))
                .endsWith(":" + ports.api() + "/");
        assertThat(browser.cookie("__Host-lienthong")).isNotEqualTo(before);
        assertThat(browser.get("/account/passkeys").statusCode()).isEqualTo(200);
        assertThat(hearing.heard(new AccountEvent.SecondFactorShown(login, false)))
                .isTrue();
    }

    @Test
    void endsTheOldestWhenThereAreTooManyHoweverManyBeginAtOnce() throws InterruptedException, ExecutionException {
        LoginName login = account(Role.CLERK);
        Browser oldest = signedIn(login);
        SessionId first = newest(login);
        clock.advance(Duration.ofSeconds(1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Browser>> all = IntStream.range(0, 11)
                    .mapToObj(_ -> threads.submit(() -> signedIn(login)))
                    .toList();
            for (Future<Browser> one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        assertThat(sessions.of(login)).hasSize(10);
        assertThat(location(oldest.get("/account"))).contains("/sign-in");
        assertThat(hearing.heard(new AccountEvent.SessionEnded(login, first))).isTrue();
    }

    private static HttpResponse<String> stepUp(Browser browser, String code, String next) {
        return browser.submit("/step-up", "/step-up", Map.of("code", code, "next", next));
    }

    private static HttpResponse<String> end(Browser browser, SessionId session) {
        return browser.submit("/account/sessions", "/account/sessions/end", Map.of("session", session.value()));
    }

    private SessionId newest(LoginName login) {
        return new SessionId(database.sql(
                        "select s.id from account_session s join account a on a.id = s.account_id where a.login = ?"
                                + " order by s.started_at desc limit 1")
                .param(login.value())
                .query(String.class)
                .single());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Browser administrator() {
        LoginName login = account(Role.ADMINISTRATOR);
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Browser browser = browser();
        var _ = browser.signIn(login.value(), PASSWORD);
        var _ = browser.submit("/sign-in/code", "/sign-in/code", Map.of("code", phone.code(clock.instant())));
        return browser;
    }

    /** Each a little later, so that the newest is known. */
    private Browser signedIn(LoginName login) {
        clock.advance(Duration.ofSeconds(1));
        Browser browser = browser();
        assertThat(browser.signIn(login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private Browser browser() {
        return new Browser(ports, new TestTransportIdentity().anonymousClient());
    }

    private LoginName account(Role role) {
        LoginName login = new LoginName("sessions" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Lê Thị Phiên", Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
