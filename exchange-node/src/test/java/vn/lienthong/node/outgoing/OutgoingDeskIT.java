package vn.lienthong.node.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.notification.DueItem;
import vn.lienthong.node.notification.DueSource;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.Request;
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
    private static final Locator.FilterOptions ARRIVED = new Locator.FilterOptions().setHasText("Đã đến");
    private static final String ARRIVED_EVERYWHERE = "Văn bản đã đến hệ thống của mọi nơi nhận";
    private static final AgencyCode SENDER = new AgencyCode("H52.01");
    private static final AgencyCode FIRST = new AgencyCode("H52.02");
    private static final AgencyCode SECOND = new AgencyCode("H52.03");

    private final Accounts accounts;
    private final TestDirectory directory;
    private final RecipientActs recipients;
    private final List<DueSource> deadlines;
    private final InstantSource clock;
    private final String origin;

    @Autowired
    OutgoingDeskIT(
            Accounts accounts,
            TestDirectory directory,
            RecipientActs recipients,
            List<DueSource> deadlines,
            InstantSource clock,
            ListenerPorts ports) {
        this.accounts = accounts;
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.clock = clock;
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
            page.setViewportSize(1024, 600);
            awaitNewsOfArrival(page);
            recallFromFirst(page, check);
        }
    }

    /** Told a moment after it has happened; a document that is asked back before has no such news. */
    private void awaitNewsOfArrival(Page page) {
        String document = page.url();
        boolean told = false;
        for (int i = 0; i < 500 && !told; i++) {
            page.navigate(origin + "/notifications");
            told = page.locator("main").innerText().contains(ARRIVED_EVERYWHERE);
        }
        assertThat(told).isTrue();
        page.navigate(document);
    }

    /** One of two recipients gives it back: the document says so, and the notice of that leads to it. */
    private void recallFromFirst(Page page, PageCheck check) {
        String document = page.url();
        page.getByText("Lấy lại, thay thế, đính chính, nhắc").click();
        ParcelId parcel = ParcelId.parse(page.url().replaceAll(".*/", "")).orElseThrow();
        page.locator("#recipient-" + FIRST.value().replace(".", "\\.")).check();
        page.locator("#act-recall").check();
        page.locator("#reason").fill("Gửi nhầm bản dự thảo");
        page.locator("main button").last().click();
        page.navigate(document);
        assertThat(page.locator(".lt-heading").first().innerText()).contains("Đã gửi");
        agree(parcel);
        page.navigate(document);
        assertThat(page.locator(".lt-heading").first().innerText()).contains("Đã lấy lại một phần");
        page.navigate(document + "/recipients/" + FIRST);
        assertThat(page.locator("main").innerText()).contains("Gửi nhầm bản dự thảo", "Nơi nhận: Đồng ý");
        check.passes("recipient");
        check.picture("outgoing-recipient");
        page.navigate(origin + "/tracking");
        assertThat(page.locator("main").innerText()).contains("Đã lấy lại một phần");
        page.navigate(origin + "/notifications");
        assertThat(page.locator("#list").innerText()).contains(ARRIVED_EVERYWHERE);
        check.picture("outgoing-notices");
        page.getByText("Nơi nhận trả lời").first().click();
        assertThat(page.url()).isEqualTo(document);
        refersToWhatWasSent(page);
    }

    /** A new document finds the earlier one without accents and names it; the lists leave as files. */
    private void refersToWhatWasSent(Page page) {
        String code = page.locator("h1").innerText();
        page.navigate(origin + "/outgoing");
        page.locator("form.lt-actions button").first().click();
        page.navigate(page.url() + "?ref=phoi+hop+to+chuc");
        page.getByText("Thay thế văn bản này").first().click();
        assertThat(page.locator("#replaces").inputValue()).isEqualTo(code);
        page.navigate(origin + "/tracking");
        page.locator("input[name=chosen]").first().check();
        page.getByText("Nhắc các nơi chưa xong").click();
        assertThat(page.locator("#notice").innerText()).contains("Đã nhắc");
        new PageCheck(page).picture("outgoing-tracking");
        for (String list : List.of("/outgoing", "/tracking")) {
            page.navigate(origin + list);
            page.locator("button[name=format][value=XLSX]").click();
            assertThat(page.url()).contains("/listings/");
        }
    }

    private void agree(ParcelId parcel) {
        Request asked = recipients.request(Set.of(FIRST), parcel, FIRST).orElseThrow();
        RecipientAct act = new RecipientAct(
                parcel, Set.of(FIRST), FIRST, asked.asked().statement().id(), StatementWords.NONE, null);
        assertThat(recipients.agree(act)).isInstanceOf(RecipientAnswer.Done.class);
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
            assertThat(dueSoon()).contains(code);
        }
    }

    /** What is signed and did not leave is due by the legal clock. */
    private List<String> dueSoon() {
        Instant now = clock.instant();
        return deadlines.stream()
                .flatMap(source -> source.due(now, now.plus(Duration.ofDays(20)), 1000).stream())
                .map(DueItem::about)
                .toList();
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
        for (int round = 0;
                round < 60
                        && page.locator("#journeys .lt-state").filter(ARRIVED).count() < 2;
                round++) {
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
