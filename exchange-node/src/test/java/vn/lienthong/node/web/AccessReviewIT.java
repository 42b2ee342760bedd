package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.identity.AccountCreation;
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

/** A whole access review: opened, decided, closed, with signed minutes. */
@NodeTest
@Import({SettableClock.class, SecondFactorIT.Hearing.class})
class AccessReviewIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String LIST = "/people/reviews";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern RIGHT =
            Pattern.compile("lt-quiet\">([a-z0-9-]+)</span>(?:(?!</tr>).)*?name=\"(right-\\d+)\"", Pattern.DOTALL);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SettableClock clock;
    private final TestTransportIdentity identity;
    private final ListenerPorts ports;
    private final JdbcClient database;

    @Autowired
    AccessReviewIT(
            Accounts accounts,
            SecondFactors factors,
            SettableClock clock,
            TestTransportIdentity identity,
            ListenerPorts ports,
            JdbcClient database) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.identity = identity;
        this.ports = ports;
        this.database = database;
    }

    private LoginName login(Role role, Set<AgencyCode> agencies) {
        LoginName login = new LoginName(
                "review" + NUMBER.incrementAndGet() + "-" + Long.toString(clock.millis(), Character.MAX_RADIX));
        NewAccount account = new NewAccount(login, "Phạm Thị Năm", Set.of(role), agencies);
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

    private static String opened(Browser officer) {
        Map<String, String> typed = Map.of("title", "Quý IV năm 2026", "scope", "", "due", "31/12/2030");
        String page = location(officer.submit(LIST, LIST, typed));
        assertThat(page).contains(LIST + "/");
        return page.substring(page.indexOf(LIST));
    }

    private static Map<String, String> rights(Browser officer, String page) {
        Map<String, String> rights = new HashMap<>();
        for (int from = 0; from < 2_000; from += 20) {
            String body = officer.get(page + "?from=" + from).body();
            Matcher matcher = RIGHT.matcher(body);
            while (matcher.find()) {
                rights.put(matcher.group(2), matcher.group(1));
            }
            if (!body.contains("?from=" + (from + 20))) {
                return rights;
            }
        }
        return rights;
    }

    @Test
    void takesAwayAtTheEndWhatWasDecidedAndSignsTheMinutes() {
        LoginName leaving = login(Role.CLERK, Set.of(new AgencyCode("H80.95")));
        LoginName staying = login(Role.CLERK, Set.of(new AgencyCode("H80.95")));
        LoginName self = login(Role.SECURITY_OFFICER, Set.of());
        Browser officer = strong(self);
        Browser second = strong(login(Role.SECURITY_OFFICER, Set.of()));
        String page = opened(officer);
        Map<String, String> rights = rights(officer, page);
        assertThat(rights.values()).contains(leaving.value(), staying.value()).doesNotContain(self.value());
        Map<String, String> wishes = new HashMap<>();
        rights.forEach((field, login) -> wishes.put(field, login.equals(leaving.value()) ? "TAKE" : "KEEP"));
        var _ = officer.submit(page, page, Map.of("close", "yes"));
        assertThat(officer.get(page).body()).contains("Còn quyền chưa kết luận");
        var _ = officer.submit(page, page, wishes);
        Map<String, String> own = new HashMap<>();
        rights(second, page).forEach((field, login) -> own.put(field, "KEEP"));
        own.keySet().removeAll(wishes.keySet());
        var _ = second.submit(page, page, own);
        assertThat(accounts.find(leaving).orElseThrow().roles()).containsExactly(Role.CLERK);
        List<CompletableFuture<Integer>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> officer.submit(page, page, Map.of("close", "yes")).statusCode()),
                CompletableFuture.supplyAsync(
                        () -> second.submit(page, page, Map.of("close", "yes")).statusCode()));
        assertThat(both.stream().map(CompletableFuture::join)).containsOnly(302);
        assertThat(accounts.find(leaving).orElseThrow().roles()).isEmpty();
        assertThat(accounts.find(staying).orElseThrow().roles()).containsExactly(Role.CLERK);
        assertThat(officer.get(page).body()).contains("Biên bản có chữ ký");
        minutesAreSignedAndLogged(page);
    }

    private void minutesAreSignedAndLogged(String page) {
        String id = page.substring(page.lastIndexOf('/') + 1);
        byte[] minutes = database.sql("select minutes from access_review where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(new String(minutes, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("/ByteRange");
        byte[] digest = database.sql("select digest from access_review where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        assertThat(digest).isEqualTo(Sha256.of(minutes).bytes());
        Long logged = database.sql(
                        "select count(*) from audit_event where action = 'review.close'" + " and object_id = ?")
                .param("review-" + id)
                .query(Long.class)
                .single();
        assertThat(logged).isEqualTo(1);
    }
}
