package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestDirectory;

/** A clerk writes, signs, numbers, sends and follows a document, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutgoingDeskIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AgencyCode SENDER = new AgencyCode("H52.01");
    private static final AgencyCode FIRST = new AgencyCode("H52.02");
    private static final AgencyCode SECOND = new AgencyCode("H52.03");

    private final Accounts accounts;
    private final TestDirectory directory;
    private final String origin;

    @Autowired
    OutgoingDeskIT(Accounts accounts, TestDirectory directory, ListenerPorts ports) {
        this.accounts = accounts;
        this.directory = directory;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @BeforeAll
    void listAgencies() throws IOException {
        directory.listSelf();
        for (AgencyCode code : Set.of(SENDER, FIRST, SECOND)) {
            var _ = directory.host(code);
        }
    }

    @Test
    void composesNumbersAndSendsToSeveral(Window window) throws IOException, PdfSigningException {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = clerk(context);
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/outgoing");
            page.locator("form.lt-actions button").click();
            check.passes("empty composer");
            upload(page);
            assertThat(page.locator("#subject").inputValue()).isEqualTo(LetterForTests.SUBJECT);
            assertThat(page.locator("#signer").inputValue()).isEqualTo("Nguyễn Văn Hòa");
            check.passes("composer with file");
            check.picture("outgoing-composer");
            recipients(page);
            check.picture("outgoing-recipients");
            page.locator("#urgency").selectOption("3");
            page.getByText("Đã lưu nháp").waitFor();
            sign(page, check);
            send(page, check);
            page.setViewportSize(360, 640);
            check.fits("document at 360");
            check.picture("outgoing-document-360");
        }
    }

    @Test
    void composesAndTakesSendingBackWithoutScripts(Window window) throws IOException {
        try (BrowserContext context = window.open(1366, 768, false)) {
            Page page = clerk(context);
            page.navigate(origin + "/outgoing");
            page.locator("form.lt-actions button").click();
            page.locator("#main-file")
                    .setInputFiles(new FilePayload("thu.pdf", "application/pdf", LetterForTests.unsigned("")));
            page.getByText("Tải tệp lên").click();
            assertThat(page.locator("#subject").inputValue()).isEqualTo(LetterForTests.SUBJECT);
            page.locator("#block").fill("- Cơ quan H52.02;");
            page.getByText("Thêm từ khối này").click();
            page.getByText("Ký số…").click();
            page.locator("#alone").check();
            page.getByText("Ký bằng chữ ký số của cơ quan").click();
            page.getByText("Kiểm tra trước khi gửi").click();
            for (Locator box : page.locator(".lt-checks input").all()) {
                box.check();
            }
            page.locator("form button.govuk-button").last().click();
            assertThat(page.locator("main").innerText()).contains("để hoàn tác");
            new PageCheck(page).picture("outgoing-undo");
            String code = page.locator("h1").innerText();
            page.getByText("Hoàn tác gửi").click();
            assertThat(page.locator("#notice").innerText()).contains("Chưa có gì rời đi");
            assertThat(page.locator("#facts").innerText()).contains("Số đã cấp: " + code);
        }
    }

    @Test
    void everyPageIsAccessibleAtThreeWidths(Window window) {
        try (BrowserContext context = window.open(1366, 768, true)) {
            Page page = clerk(context);
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/outgoing");
            page.locator("form.lt-actions button").click();
            String draft = page.url();
            for (int width : new int[] {1366, 1024, 360}) {
                page.setViewportSize(width, 640);
                for (String path : List.of("/outgoing", "/tracking", "/groups", draft.substring(origin.length()))) {
                    page.navigate(origin + path);
                    check.passes(path + " at " + width);
                    check.picture("outgoing" + path.replaceAll("[0-9/]+", "-") + "-" + width);
                }
            }
            page.navigate(origin + "/outgoing?lang=en");
            check.passes("English");
            page.navigate(origin + "/outgoing?lang=vi");
        }
    }

    private static void upload(Page page) throws IOException, PdfSigningException {
        page.locator("#main-file")
                .setInputFiles(new FilePayload("to-trinh.pdf", "application/pdf", LetterForTests.signed()));
        page.getByText("Ký bởi").waitFor();
    }

    private static void recipients(Page page) {
        page.locator("#block")
                .fill("Nơi nhận:\n- Cơ quan H52.02;\n- CO QUAN h52.03 (để b/c);\n- Sở Không Có;\n- Lưu: VT.");
        page.getByText("Thêm từ khối này").click();
        assertThat(page.locator("#recipients-title").innerText()).contains("(2)");
        assertThat(page.locator(".lt-people__open").innerText()).contains("Sở Không Có");
        page.locator(".lt-people__open button").last().click();
        assertThat(page.locator(".lt-people__open").count()).isZero();
    }

    private static void sign(Page page, PageCheck check) {
        page.getByText("Ký số…").click();
        check.passes("sign");
        check.picture("outgoing-sign");
        page.getByText("Ký bằng chữ ký số của cơ quan").click();
        page.getByText("Cơ quan đã ký").waitFor();
    }

    private static void send(Page page, PageCheck check) {
        page.getByText("Kiểm tra trước khi gửi").click();
        for (Locator box : page.locator(".lt-checks input").all()) {
            box.check();
        }
        check.passes("check");
        check.picture("outgoing-check");
        Locator button = page.locator("form button.govuk-button").last();
        assertThat(button.innerText()).startsWith("Cấp số ").endsWith("gửi 2 nơi");
        button.click();
        for (int round = 0; round < 60 && page.locator(".lt-state--done").count() < 3; round++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator("#journeys").innerText()).contains("Đã đến");
        check.passes("document");
        check.picture("outgoing-document");
    }

    private Page clerk(BrowserContext context) {
        LoginName login = new LoginName("outgoing" + NUMBER.incrementAndGet());
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
