package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestDirectory;

/** The end of a session takes nothing of what was typed, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptFormIT {

    private static final AgencyCode HERE = new AgencyCode("H47.01");
    private static final String PASSWORD = "bảy con mực nướng";
    private static final String SESSION = "__Host-lienthong";
    private static final String FIELDS = "textarea:visible, input[type=text]:visible";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final JdbcClient database;
    private final String origin;
    private final Arrivals arrivals;

    @Autowired
    KeptFormIT(
            Accounts accounts,
            ListenerPorts ports,
            ParcelAcceptance acceptance,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcClient database)
            throws IOException {
        this.accounts = accounts;
        this.database = database;
        this.origin = "https://127.0.0.1:" + ports.api();
        this.arrivals = new Arrivals(acceptance, directory, keys, ids, clock, database, HERE);
    }

    @Test
    void fillsTheFormsOfTheDeskAgainWithoutScripts(Window window) {
        LoginName clerk = account();
        long waiting = arrivals.arrive("471", Urgency.URGENT);
        long registered = arrivals.arrive("472", Urgency.ORDINARY);
        try (BrowserContext context = window.open(1366, 900, false)) {
            Page page = context.newPage();
            signIn(page, clerk);
            page.navigate(origin + "/incoming/" + registered);
            page.locator("button[value=register-next]").click();
            String book =
                    page.request().get(origin + "/registers").text().replaceAll("(?s).*?/registers/([0-9]+).*", "$1");
            for (String path : List.of(
                    "/incoming/" + waiting + "/refuse",
                    "/incoming/" + waiting + "/abnormal",
                    "/incoming/" + registered + "/submit",
                    "/incoming/new",
                    "/groups",
                    "/notifications/settings",
                    "/registers/" + book + "/settings")) {
                page.navigate(origin + path);
                assertThat(page.url()).as(path).endsWith(path);
                comesBackFilled(page, clerk, path);
            }
            assertThat(state(waiting)).isEqualTo("ARRIVED");
        }
    }

    /** Types into every field of the first form that has some, loses the session, sends, signs in, and looks. */
    private void comesBackFilled(Page page, LoginName clerk, String path) {
        Locator form = page.locator("main form[method=post]:has(textarea, input[type=text])")
                .first();
        Map<String, String> typed = new LinkedHashMap<>();
        for (Locator field : form.locator(FIELDS).all()) {
            String text = "Chữ \"thứ\" <" + typed.size() + ">";
            field.fill(text);
            typed.put(String.valueOf(field.getAttribute("name")), text);
        }
        assertThat(typed).as(path).isNotEmpty();
        loseSession(page);
        form.locator("button[type=submit]:visible").first().click();
        assertThat(page.locator("#lost-form").innerText()).as(path).contains("Chưa có gì được thực hiện");
        typeCredentials(page, clerk);
        assertThat(page.locator("#kept-form").innerText()).as(path).contains("chưa được thực hiện");
        Locator again = page.locator("main form[method=post]:has(textarea, input[type=text])")
                .first();
        typed.forEach((name, text) -> assertThat(
                        again.locator("[name='" + name + "']").first().inputValue())
                .as(path + " " + name)
                .isEqualTo(text));
        page.locator("form[action='/kept-form/discard'] button").click();
        assertThat(page.locator("#notice").innerText()).contains("Đã bỏ");
    }

    @Test
    void keepsTheComposerWithItsFilesForgotten(Window window) {
        LoginName clerk = account();
        try (BrowserContext context = window.open(1366, 900, false)) {
            Page page = context.newPage();
            String draft = draft(page, clerk);
            page.locator("#subject").fill("Về việc \"phiên\" đã hết");
            page.locator("#main-file")
                    .setInputFiles(
                            new FilePayload("a.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
            loseSession(page);
            page.getByText("Tải tệp lên").click();
            assertThat(page.locator("#lost-form").innerText()).contains("Tệp đã chọn không được giữ");
            new PageCheck(page).picture("kept-form-sign-in");
            typeCredentials(page, clerk);
            assertThat(page.url()).startsWith(draft);
            assertThat(page.locator("#subject").inputValue()).isEqualTo("Về việc \"phiên\" đã hết");
            new PageCheck(page).picture("kept-form-filled");
        }
    }

    @Test
    void showsItToTheSamePersonOnlyAndCountsAnEarlierToken(Window window) {
        LoginName clerk = account();
        LoginName other = account();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            String draft = draft(page, clerk);
            loseSession(page);
            page.locator("#subject").fill("Chữ của người thứ nhất");
            page.locator("button[value=save].govuk-button").first().click();
            typeCredentials(page, other);
            assertThat(page.locator("#notice").innerText()).contains("của tài khoản khác");
            assertThat(page.content()).doesNotContain("Chữ của người thứ nhất");
            signIn(page, clerk);
            page.navigate(draft);
            assertThat(page.locator("#subject").inputValue()).isEmpty();
            Page second = context.newPage();
            loseSession(page);
            signIn(second, clerk);
            page.locator("#subject").fill("Gõ trong cửa sổ của phiên trước");
            page.locator("button[value=save].govuk-button").first().click();
            new PageCheck(page).passes("filled composer");
            assertThat(page.locator("#subject").inputValue()).isEqualTo("Gõ trong cửa sổ của phiên trước");
            page.locator("button[value=save].govuk-button").first().click();
            assertThat(page.locator("#notice").innerText()).contains("Đã lưu");
            assertThat(page.locator("#kept-form").count()).isZero();
            assertThat(subjects()).contains("Gõ trong cửa sổ của phiên trước").doesNotContain("Chữ của người thứ nhất");
        }
    }

    private String draft(Page page, LoginName clerk) {
        signIn(page, clerk);
        page.navigate(origin + "/outgoing");
        page.locator("form.lt-actions button").click();
        return page.url();
    }

    private static void loseSession(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
    }

    private void signIn(Page page, LoginName login) {
        loseSession(page);
        page.navigate(origin + "/sign-in");
        typeCredentials(page, login);
    }

    private static void typeCredentials(Page page, LoginName login) {
        page.locator("#login").fill(login.value());
        page.locator("#password").fill(PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
    }

    private String state(long id) {
        return database.sql("select state from incoming_document where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> subjects() {
        return database.sql("select subject from outgoing_document")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private LoginName account() {
        LoginName login = new LoginName("kept" + NUMBER.incrementAndGet());
        assertThat(accounts.create(
                        new NewAccount(login, "Trần Thị Văn Thư", Set.of(Role.CLERK), Set.of(HERE)), PASSWORD))
                .isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
