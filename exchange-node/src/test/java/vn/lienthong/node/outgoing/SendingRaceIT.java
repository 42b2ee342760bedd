package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.sending.IssueAnswer;
import vn.lienthong.node.outgoing.internal.sending.Issuing;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/** Several clerks press the button that numbers and sends, or the one that takes it back, at the very same moment. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingRaceIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AgencyCode SENDER = new AgencyCode("H43.01");
    private static final AgencyCode FIRST = new AgencyCode("H43.02");

    private final Accounts accounts;
    private final TestDirectory directory;
    private final Issuing issuing;
    private final JdbcClient database;
    private final String origin;

    @Autowired
    SendingRaceIT(
            Accounts accounts, TestDirectory directory, Issuing issuing, JdbcClient database, ListenerPorts ports) {
        this.accounts = accounts;
        this.issuing = issuing;
        this.database = database;
        this.directory = directory;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        for (AgencyCode code : Set.of(SENDER, FIRST)) {
            var _ = directory.host(code);
        }
    }

    @Test
    void numbersOnceAndTakesBackOnceWhenSeveralPressAtOnce(Window window)
            throws IOException, InterruptedException, ExecutionException {
        try (BrowserContext context = window.open(1366, 768, false)) {
            Page page = clerk(context);
            Person clerk = accounts.find(new LoginName("race" + NUMBER.get())).orElseThrow();
            prepare(page);
            OutgoingId id = new OutgoingId(Long.parseLong(page.url().replaceAll(".*/outgoing/([0-9]+)/.*", "$1")));
            long version = Long.parseLong(page.locator("input[name=version]").inputValue());
            Set<String> ticked = new HashSet<>();
            for (Locator box : page.locator(".lt-checks input").all()) {
                ticked.add(box.getAttribute("name"));
            }
            List<IssueAnswer> answers = together(() -> issuing.issue(clerk, id, version, ticked));
            assertThat(answers).filteredOn(IssueAnswer.Issued.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(IssueAnswer.Already.class::isInstance)
                    .hasSize(3);
            String count = "select count(*) from register_entry where document = ?";
            assertThat(database.sql(count)
                            .param("outgoing:" + id)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(together(() -> issuing.holdBack(clerk, id)))
                    .containsExactlyInAnyOrder(true, false, false, false);
            page.reload();
            assertThat(page.locator("main").innerText()).doesNotContain("Cấp số");
        }
    }

    /** A document that is ready to be sent, up to the check. */
    private static void prepare(Page page) throws IOException {
        page.navigate(page.url().replaceFirst("(https://[^/]+).*", "$1/outgoing"));
        page.locator("form.lt-actions button").click();
        page.locator("#main-file")
                .setInputFiles(new FilePayload("thu.pdf", "application/pdf", LetterForTests.unsigned("")));
        page.getByText("Tải tệp lên").click();
        page.locator("#block").fill("- Cơ quan H43.02;");
        page.getByText("Thêm từ khối này").click();
        page.getByText("Ký số…").click();
        page.locator("#alone").check();
        page.getByText("Ký bằng chữ ký số của cơ quan").click();
        page.getByText("Kiểm tra trước khi gửi").click();
    }

    private static <T> List<T> together(Callable<T> act) throws InterruptedException, ExecutionException {
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<T> outcome : threads.invokeAll(Collections.nCopies(4, act))) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private Page clerk(BrowserContext context) {
        LoginName login = new LoginName("race" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Lê Thị Văn Thư", Set.of(Role.CLERK), Set.of(SENDER));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
