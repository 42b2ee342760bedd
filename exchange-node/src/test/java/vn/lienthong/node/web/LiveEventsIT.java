package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;

/** Open pages hear what changed for them, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class LiveEventsIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode OWN = new AgencyCode("H99.71");
    private static final AgencyCode FOREIGN = new AgencyCode("H99.72");
    private static final LoginName LISTENER = new LoginName("live1");

    private final Accounts accounts;
    private final LiveEvents events;
    private final TransactionTemplate transactions;
    private final JdbcClient database;
    private final String origin;

    @Autowired
    LiveEventsIT(
            Accounts accounts,
            LiveEvents events,
            TransactionTemplate transactions,
            JdbcClient database,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.events = events;
        this.transactions = transactions;
        this.database = database;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void aPageHearsWhatIsCommittedAndConcernsIt(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = listening(context);
            events.changed("foreign", List.of(FOREIGN));
            events.changed("other", new LoginName("live2"));
            transactions.executeWithoutResult(transaction -> {
                events.changed("undone", List.of(OWN));
                transaction.setRollbackOnly();
            });
            transactions.executeWithoutResult(_ -> {
                events.changed("incoming", List.of(OWN, FOREIGN));
                page.waitForTimeout(1500);
                assertThat(heard(page)).isEmpty();
            });
            await(page, 1);
            events.changed("notification", LISTENER);
            await(page, 2);
            assertThat(heard(page)).containsExactly("incoming", "notification");
        }
    }

    @Test
    void aPageHearsWhatAnotherProgramSignalled(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = listening(context);
            int written = database.sql("insert into live_signal (topic, audience, told_at)"
                            + " values ('tracking', 'agency:H99.71', utc_timestamp(3))")
                    .update();
            assertThat(written).isEqualTo(1);
            await(page, 1);
            page.waitForTimeout(2500);
            assertThat(heard(page)).containsExactly("tracking");
        }
    }

    @Test
    void whoIsNotSignedInHearsNothing(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            assertThat(context.request().get(origin + "/live").status()).isEqualTo(401);
        }
    }

    private Page listening(BrowserContext context) {
        if (accounts.find(LISTENER).isEmpty()) {
            NewAccount account = new NewAccount(LISTENER, "Người Nghe", Set.of(Role.CLERK), Set.of(OWN));
            assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        }
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(LISTENER.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        Object ready =
                page.evaluate("() => new Promise(ready => { window.heard = []; const s = new EventSource('/live');"
                        + " s.onopen = () => ready(); s.onmessage = e => window.heard.push(e.data); })");
        assertThat(ready).isNull();
        return page;
    }

    /** The content policy forbids the usual way of waiting. */
    private static void await(Page page, int number) {
        for (int attempt = 0; attempt < 100 && heard(page).size() < number; attempt++) {
            page.waitForTimeout(100);
        }
        assertThat(heard(page)).hasSizeGreaterThanOrEqualTo(number);
    }

    private static List<String> heard(Page page) {
        return ((List<?>) page.evaluate("window.heard"))
                .stream().map(String::valueOf).toList();
    }
}
