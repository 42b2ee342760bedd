package vn.lienthong.node.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
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
import vn.lienthong.node.web.PageWish;

/** The clerk's way through the books, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class RegisterDeskIT {
    private static final String PASSWORD = "sổ sách phân minh 2026";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LoginName PROGRAM = new LoginName("program");

    private final Accounts accounts;
    private final Registers registers;
    private final TransactionTemplate transactions;
    private final String origin;

    @Autowired
    RegisterDeskIT(Accounts accounts, Registers registers, TransactionTemplate transactions, ListenerPorts ports) {
        this.accounts = accounts;
        this.registers = registers;
        this.transactions = transactions;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) {
        AgencyCode agency = new AgencyCode("H37.81");
        Book incoming = incoming(agency, 60);
        Book outgoing = outgoing(agency, 12);
        RegisterEntry line = registers
                .list(EntryFilter.all(agency, incoming.id()), wish())
                .rows()
                .getFirst();
        cancel(agency, outgoing);
        List<String> pages = List.of(
                "/registers",
                "/registers/" + incoming.id(),
                "/registers/" + incoming.id() + "?q=chuyen+doi+so&first=3&last=x",
                "/registers/" + outgoing.id(),
                "/registers/" + incoming.id() + "/entries/" + line.id(),
                "/registers/" + outgoing.id() + "/close",
                "/registers/" + outgoing.id() + "/settings",
                "/registers/new");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK, "Trần Thị Bé", agency));
            PageCheck check = new PageCheck(page);
            for (int i = 0; i < pages.size(); i++) {
                page.navigate(origin + pages.get(i));
                check.passes(pages.get(i));
                check.picture("register-" + i);
            }
            page.navigate(origin + pages.get(1) + "?lang=en");
            check.passes("English");
            check.load();
            page.navigate(origin + pages.get(1) + "?lang=vi");
            PageCheck.Load load = check.load();
            assertThat(load.html()).as("octets of the page").isLessThan(15_000);
            assertThat(load.octets()).as("octets of a repeated load").isLessThan(15_000);
            page.setViewportSize(360, 640);
            for (String path : pages) {
                page.navigate(origin + path);
                check.fits(path + " at 360");
            }
            page.navigate(origin + pages.get(1));
            check.picture("register-small");
        }
    }

    @Test
    void notesHandingOverCancelsAndPrints(Window window) throws IOException {
        AgencyCode agency = new AgencyCode("H37.82");
        Book book = incoming(agency, 3);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, account(Role.CLERK, "Trần Thị Bé", agency));
            page.navigate(origin + "/registers/" + book.id());
            assertThat(page.locator("#lines tbody tr").first().innerText()).contains("3", "Đã vào sổ");
            page.locator("#lines tbody a").first().click();
            page.locator("#moved").fill("1/2/2020");
            page.locator("#signed").fill("Lê Văn Năm");
            page.getByText("Lưu giao nhận").click();
            assertThat(page.locator("#problem").innerText()).contains("Ngày chuyển không được trước");
            assertThat(page.locator("#signed").inputValue()).isEqualTo("Lê Văn Năm");
            page.locator("#moved").fill("h");
            page.getByText("Lưu giao nhận").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã lưu giao nhận của số 3");
            assertThat(page.locator("#history").innerText()).contains("Cấp số", "Ghi giao nhận");
            Download slip = page.waitForDownload(
                    () -> page.getByText("Phiếu giải quyết (PDF)").click());
            assertThat(Files.readString(slip.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
            Download stamp =
                    page.waitForDownload(() -> page.getByText("Dấu ĐẾN (PDF)").click());
            assertThat(stamp.suggestedFilename()).isEqualTo("dau-den-3.pdf");
            page.locator("summary").last().click();
            page.locator("#reason").fill("nhầm");
            page.getByText("Hủy số 3").click();
            assertThat(page.locator("#problem").innerText()).contains("Nêu lý do hủy");
            page.locator("#reason").fill("Vào sổ nhầm cơ quan");
            page.getByText("Hủy số 3").click();
            assertThat(page.locator("main").innerText()).contains("Đã hủy", "Vào sổ nhầm cơ quan");
            page.navigate(origin + "/registers/" + book.id());
            Download print = page.waitForDownload(
                    () -> page.getByText("In sổ (A4 ngang)").click());
            assertThat(print.suggestedFilename())
                    .isEqualTo("incoming-2026.pdf".replace("2026", book.period().name()));
            Files.copy(
                    print.path(),
                    Files.createDirectories(Path.of("target/prints")).resolve("so-den.pdf"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void closesABookAndOpensItAgainByTwo(Window window) {
        AgencyCode agency = new AgencyCode("H37.83");
        Book book = outgoing(agency, 2);
        cancel(agency, book);
        LoginName clerk = account(Role.CLERK, "Trần Thị Bé", agency);
        String close = origin + "/registers/" + book.id() + "/close";
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, clerk);
            page.navigate(close);
            page.locator("main form button").click();
            assertThat(page.locator("#problem").innerText()).contains("Xác nhận đã xem số thiếu");
            page.locator("#seen").check();
            page.locator("main form button").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã khóa Sổ văn bản đi");
            assertThat(issue(agency, book)).isInstanceOf(NumberAnswer.Refused.class);
            page.locator("#reason").fill("Bổ sung văn bản ký ngày 31/12");
            page.getByText("Đề nghị mở khóa").last().click();
            assertThat(page.locator("main").innerText()).contains("Người đề nghị không tự đồng ý được");
            new PageCheck(page).passes("asked");
            new PageCheck(page).picture("register-reopen");
        }
        try (BrowserContext context = window.open(360, 640, true)) {
            Page page = signedIn(context, account(Role.LEADER, "Phạm Văn Bảy", agency));
            page.navigate(close);
            page.getByText("Đồng ý mở khóa").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã mở khóa");
        }
        assertThat(issue(agency, book)).isInstanceOf(NumberAnswer.Issued.class);
    }

    @Test
    void changesSettingsAndTellsTheSlowerOne(Window window) {
        AgencyCode agency = new AgencyCode("H37.84");
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        LoginName clerk = account(Role.CLERK, "Trần Thị Bé", agency);
        String settings = origin + "/registers/" + book.id() + "/settings";
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, clerk);
            page.navigate(settings);
            Page other = context.newPage();
            other.navigate(settings);
            page.locator("#symbol").fill("UBND");
            page.locator("#policy").selectOption("STATE_YEAR_TYPE");
            page.locator("#keeper").fill(clerk.value());
            page.getByText("Lưu cài đặt").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã lưu cài đặt");
            other.locator("#symbol").fill("KHÁC");
            other.getByText("Lưu cài đặt").click();
            assertThat(other.locator("#notice").innerText()).contains("Người khác vừa thay đổi");
            page.locator("summary").first().click();
            page.locator("#series").fill("QĐ");
            page.locator("#opening").fill("120");
            page.locator("#why").fill("Tiếp nối sổ giấy năm nay");
            page.getByText("Đặt số bắt đầu").last().click();
            assertThat(page.locator("main").innerText()).contains("QĐ 120", "Đặt số bắt đầu");
        }
        NumberAnswer answer = issue(agency, book);
        assertThat(answer).isInstanceOf(NumberAnswer.Issued.class);
        assertThat(((NumberAnswer.Issued) answer).entry().display()).isEqualTo("120/QĐ-UBND");
    }

    @Test
    void opensABookForACongressAndForTheNextTerm(Window window) {
        AgencyCode agency = new AgencyCode("H37.85");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK, "Trần Thị Bé", agency));
            page.navigate(origin + "/registers/new");
            page.locator("#policy").selectOption("PARTY_CONGRESS");
            page.locator("#name").fill("Sổ đại hội");
            page.locator("#begins").fill("hôm qua");
            page.locator("main form button").click();
            assertThat(page.locator("#problem").innerText()).contains("Nhập tên nhiệm kỳ", "Nhập ngày theo thứ tự");
            page.locator("#term").fill("lần thứ XIX");
            page.locator("#begins").fill("-3");
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains("Sổ đại hội lần thứ XIX");
            page.getByText("Sổ đại hội lần thứ XIX").last().click();
            page.getByText("Cài đặt, lịch sử").click();
            page.locator("summary").last().click();
            page.locator("#term").fill("lần thứ XX");
            page.locator("#begins").fill("h");
            page.getByText("Mở sổ nhiệm kỳ mới").click();
            assertThat(page.locator("main").innerText()).contains("Sổ đại hội lần thứ XX", "Hết kỳ");
        }
    }

    @Test
    void showsNobodyTheBooksOfOthers(Window window) {
        AgencyCode agency = new AgencyCode("H37.86");
        Book book = incoming(agency, 1);
        RegisterEntry line = registers
                .list(EntryFilter.all(agency, book.id()), wish())
                .rows()
                .getFirst();
        List<String> pages = List.of(
                "", "/print", "/close", "/settings", "/entries/" + line.id(), "/entries/" + line.id() + "/slip");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.CLERK, "Người Lạ", new AgencyCode("H37.87")));
            for (String path : pages) {
                assertThat(page.navigate(origin + "/registers/" + book.id() + path)
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(page.navigate(origin + "/registers/999999999").status()).isEqualTo(404);
            assertThat(page.navigate(origin + "/registers/nonsense").status()).isEqualTo(404);
        }
        for (Role role : List.of(Role.OFFICER, Role.OPERATOR)) {
            try (BrowserContext context = window.open(1024, 600, true)) {
                Page page = signedIn(context, account(role, "Không Quyền", agency));
                assertThat(page.navigate(origin + "/registers").status())
                        .as(role.name())
                        .isEqualTo(403);
                assertThat(page.navigate(origin + "/registers/" + book.id()).status())
                        .isEqualTo(403);
            }
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.LEADER, "Phạm Văn Bảy", agency));
            assertThat(page.navigate(origin + "/registers/" + book.id()).status())
                    .isEqualTo(200);
            assertThat(page.navigate(origin + "/registers/" + book.id() + "/entries/" + line.id())
                            .status())
                    .isEqualTo(200);
            assertThat(page.locator("#signed").count()).as("leaders look only").isZero();
            page.navigate(origin + "/registers/" + book.id() + "/close");
            assertThat(page.locator("main form").count()).isZero();
        }
    }

    @Test
    void givesNoNumberOutsideATransaction() {
        AgencyCode agency = new AgencyCode("H37.88");
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        assertThatThrownBy(() -> registers.issue(order(agency, book, facts(1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private Book incoming(AgencyCode agency, int lines) {
        Book book = registers.standardBook(agency, BookKind.INCOMING);
        for (int i = 1; i <= lines; i++) {
            EntryFacts facts = new EntryFacts.Incoming(
                    LocalDate.of(2026, Month.JANUARY, 5),
                    new EntryFacts.Author(null, i % 2 == 0 ? "Văn phòng Chính phủ" : "Sở Khoa học và Công nghệ"),
                    new DocumentCode("" + (7000 + i), "VPCP-KSTT"),
                    LocalDate.of(2026, Month.JANUARY, 2),
                    "Công văn",
                    "Về việc đẩy mạnh chuyển đổi số, gửi nhận văn bản điện tử giữa các cơ quan trong hệ thống chính"
                            + " trị",
                    "Trần Văn B",
                    "Phòng Văn hóa - Xã hội",
                    null,
                    i % 5 == 0 ? Urgency.EXPRESS : Urgency.ORDINARY,
                    Secrecy.ORDINARY,
                    "");
            issued(order(agency, book, facts));
        }
        return book;
    }

    private Book outgoing(AgencyCode agency, int lines) {
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        for (int i = 1; i <= lines; i++) {
            issued(order(agency, book, facts(i)));
        }
        return book;
    }

    private static EntryFacts facts(int number) {
        return new EntryFacts.Outgoing(
                LocalDate.of(2026, Month.NOVEMBER, 20),
                "Quyết định",
                "",
                "Phê duyệt kế hoạch số " + number + " về chuyển đổi số",
                "Nguyễn Văn An",
                "Như Điều 3; Thường trực Tỉnh ủy; các phó chủ tịch",
                "Lưu: VT, VX",
                12,
                Urgency.ORDINARY,
                Secrecy.ORDINARY,
                "");
    }

    private void cancel(AgencyCode agency, Book book) {
        RegisterEntry last = registers
                .list(EntryFilter.all(agency, book.id()), wish())
                .rows()
                .getFirst();
        var _ = transactions.execute(_ -> registers.cancel(agency, last.id(), "Ký nhầm thẩm quyền", PROGRAM));
    }

    private NumberAnswer issue(AgencyCode agency, Book book) {
        NumberAnswer answer = transactions.execute(_ -> registers.issue(order(agency, book, facts(0))));
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    private void issued(IssueOrder order) {
        NumberAnswer answer = transactions.execute(_ -> registers.issue(order));
        assertThat(answer).isInstanceOf(NumberAnswer.Issued.class);
    }

    private static IssueOrder order(AgencyCode agency, Book book, EntryFacts facts) {
        return IssueOrder.next(agency, book.id(), facts, "desk-test:" + NUMBER.incrementAndGet(), PROGRAM);
    }

    private static PageWish wish() {
        return new PageWish(null, 10);
    }

    private Page signedIn(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }

    private LoginName account(Role role, String name, AgencyCode agency) {
        LoginName login = new LoginName("books" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, name, Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
