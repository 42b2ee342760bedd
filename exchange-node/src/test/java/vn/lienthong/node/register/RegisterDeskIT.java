package vn.lienthong.node.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** The clerk's way through the books, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class RegisterDeskIT {
    private final Registers registers;
    private final DeskBooks desk;
    private final String origin;

    @Autowired
    RegisterDeskIT(Accounts accounts, Registers registers, TransactionTemplate transactions, ListenerPorts ports) {
        this.registers = registers;
        this.desk = new DeskBooks(accounts, registers, transactions, ports);
        this.origin = desk.origin();
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) {
        AgencyCode agency = new AgencyCode("H37.81");
        Book incoming = desk.incoming(agency, 60);
        Book outgoing = desk.outgoing(agency, 12);
        RegisterEntry line = registers
                .list(EntryFilter.all(agency, incoming.id()), desk.wish())
                .rows()
                .getFirst();
        desk.cancel(agency, outgoing);
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
            Page page = desk.signedIn(context, desk.account(Role.CLERK, "Trần Thị Bé", agency));
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
        Book book = desk.incoming(agency, 3);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = desk.signedIn(context, desk.account(Role.CLERK, "Trần Thị Bé", agency));
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
        Book book = desk.outgoing(agency, 2);
        desk.cancel(agency, book);
        LoginName clerk = desk.account(Role.CLERK, "Trần Thị Bé", agency);
        String close = origin + "/registers/" + book.id() + "/close";
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, clerk);
            page.navigate(close);
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#problem").innerText()).contains("Xác nhận đã xem số thiếu");
            page.locator("#seen").check();
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#notice").innerText()).contains("Đã khóa Sổ văn bản đi");
            assertThat(desk.issue(agency, book)).isInstanceOf(NumberAnswer.Refused.class);
            page.locator("#reason").fill("Bổ sung văn bản ký ngày 31/12");
            page.getByText("Đề nghị mở khóa").last().click();
            assertThat(page.locator("main").innerText()).contains("Người đề nghị không tự đồng ý được");
            new PageCheck(page).passes("asked");
            new PageCheck(page).picture("register-reopen");
        }
        try (BrowserContext context = window.open(360, 640, true)) {
            Page page = desk.signedIn(context, desk.account(Role.LEADER, "Phạm Văn Bảy", agency));
            page.navigate(close);
            page.getByText("Đồng ý mở khóa").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã mở khóa");
        }
        assertThat(desk.issue(agency, book)).isInstanceOf(NumberAnswer.Issued.class);
    }

    @Test
    void changesSettingsAndTellsTheSlowerOne(Window window) {
        AgencyCode agency = new AgencyCode("H37.84");
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        LoginName clerk = desk.account(Role.CLERK, "Trần Thị Bé", agency);
        String settings = origin + "/registers/" + book.id() + "/settings";
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, clerk);
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
        NumberAnswer answer = desk.issue(agency, book);
        assertThat(answer).isInstanceOf(NumberAnswer.Issued.class);
        assertThat(((NumberAnswer.Issued) answer).entry().display()).isEqualTo("120/QĐ-UBND");
    }

    @Test
    void opensABookForACongressAndForTheNextTerm(Window window) {
        AgencyCode agency = new AgencyCode("H37.85");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, desk.account(Role.CLERK, "Trần Thị Bé", agency));
            page.navigate(origin + "/registers/new");
            page.locator("#policy").selectOption("PARTY_CONGRESS");
            page.locator("#name").fill("Sổ đại hội");
            page.locator("#begins").fill("hôm qua");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#problem").innerText()).contains("Nhập tên nhiệm kỳ", "Nhập ngày theo thứ tự");
            page.locator("#term").fill("lần thứ XIX");
            page.locator("#begins").fill("-3");
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("main").innerText()).contains("Sổ đại hội lần thứ XIX");
            page.locator("tbody th a", new Page.LocatorOptions().setHasText("Sổ đại hội lần thứ XIX"))
                    .click();
            page.getByText("Cài đặt, lịch sử").click();
            page.locator("summary").last().click();
            page.locator("#term").fill("lần thứ XX");
            page.locator("#begins").fill("h");
            page.getByText("Mở sổ nhiệm kỳ mới").click();
            assertThat(page.locator("main").innerText()).contains("Sổ đại hội lần thứ XX", "Hết kỳ");
        }
    }

    @Test
    void hidesATypeFromTheListsOfOneAgencyOnly(Window window) {
        AgencyCode agency = new AgencyCode("H37.94");
        AgencyCode other = new AgencyCode("H37.95");
        assertThat(desk.outgoing(agency, 1).agency()).isEqualTo(agency);
        LoginName clerk = desk.account(Role.CLERK, "Trần Thị Bé", agency);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = desk.signedIn(context, clerk);
            page.navigate(origin + "/registers");
            page.locator("a[href='/registers/types/" + agency + "']").click();
            new PageCheck(page).picture("register-types");
            page.getByLabel("Giấy nghỉ phép").uncheck();
            page.locator("main form button").click();
            assertThat(page.locator("#notice").innerText()).contains("Số loại được ẩn: 1");
            assertThat(page.getByLabel("Giấy nghỉ phép").isChecked()).isFalse();
        }
        assertThat(registers.types(agency)).extracting(type -> type.name()).doesNotContain("Giấy nghỉ phép");
        assertThat(registers.types(other)).extracting(type -> type.name()).contains("Giấy nghỉ phép");
        assertThat(registers.search(agency, "khong co chu nay", 5)).isEmpty();
        assertThat(registers.search(other, "van ban", 5)).isEmpty();
    }

    @Test
    void showsNobodyTheBooksOfOthers(Window window) {
        AgencyCode agency = new AgencyCode("H37.86");
        Book book = desk.incoming(agency, 1);
        RegisterEntry line = registers
                .list(EntryFilter.all(agency, book.id()), desk.wish())
                .rows()
                .getFirst();
        List<String> pages = List.of(
                "", "/print", "/close", "/settings", "/entries/" + line.id(), "/entries/" + line.id() + "/slip");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, desk.account(Role.CLERK, "Người Lạ", new AgencyCode("H37.87")));
            for (String path : pages) {
                assertThat(page.navigate(origin + "/registers/" + book.id() + path)
                                .status())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(page.navigate(origin + "/registers/999999999").status()).isEqualTo(404);
            assertThat(page.navigate(origin + "/registers/types/" + agency).status())
                    .isEqualTo(404);
            assertThat(page.navigate(origin + "/registers/nonsense").status()).isEqualTo(404);
        }
        for (Role role : List.of(Role.OFFICER, Role.OPERATOR)) {
            try (BrowserContext context = window.open(1024, 600, true)) {
                Page page = desk.signedIn(context, desk.account(role, "Không Quyền", agency));
                assertThat(page.navigate(origin + "/registers").status())
                        .as(role.name())
                        .isEqualTo(403);
                assertThat(page.navigate(origin + "/registers/" + book.id()).status())
                        .isEqualTo(403);
            }
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, desk.account(Role.LEADER, "Phạm Văn Bảy", agency));
            assertThat(page.navigate(origin + "/registers/" + book.id()).status())
                    .isEqualTo(200);
            assertThat(page.navigate(origin + "/registers/" + book.id() + "/entries/" + line.id())
                            .status())
                    .isEqualTo(200);
            assertThat(page.locator("#signed").count()).as("leaders look only").isZero();
            page.navigate(origin + "/registers/types/" + agency);
            assertThat(page.locator("main form button").count()).isZero();
            page.navigate(origin + "/registers/" + book.id() + "/close");
            assertThat(page.locator("main form").count()).isZero();
        }
    }

    @Test
    void letsNobodyElseWriteIntoABook(Window window) {
        AgencyCode agency = new AgencyCode("H37.89");
        Book book = desk.incoming(agency, 1);
        RegisterEntry line = registers
                .list(EntryFilter.all(agency, book.id()), desk.wish())
                .rows()
                .getFirst();
        List<String> writes = List.of(
                "/entries/" + line.id() + "/delivery",
                "/entries/" + line.id() + "/cancel",
                "/close",
                "/reopen",
                "/settings",
                "/opening",
                "/term",
                "/import/019375d0-0000-7000-8000-000000000001");
        LoginName stranger = desk.account(Role.CLERK, "Người Lạ", new AgencyCode("H37.87"));
        assertAnswers(window, stranger, book, writes, 404);
        assertAnswers(window, stranger, book, List.of("/export", "/reopen/decision"), 404);
        // Leaders decide with a clerk about opening a book again.
        assertAnswers(
                window, desk.account(Role.OFFICER, "Không Quyền", agency), book, List.of("/reopen/decision"), 403);
        for (Role role : List.of(Role.LEADER, Role.OFFICER, Role.OPERATOR)) {
            assertAnswers(window, desk.account(role, "Không Quyền", agency), book, writes, 403);
        }
        assertThat(registers
                        .list(EntryFilter.all(agency, book.id()), desk.wish())
                        .rows()
                        .getFirst())
                .isEqualTo(line);
        assertThat(registers.book(agency, book.id())).hasValue(book);
    }

    private void assertAnswers(Window window, LoginName login, Book book, List<String> paths, int status) {
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = desk.signedIn(context, login);
            String token = page.locator("input[name=_csrf]").first().getAttribute("value");
            for (String path : paths) {
                FormData form = FormData.create()
                        .set("_csrf", token)
                        .set("version", "1")
                        .set("format", "CSV")
                        .set("reason", "Một lý do đủ dài để được nhận")
                        .set("decision", "approve");
                assertThat(page.request()
                                .post(
                                        origin + "/registers/" + book.id() + path,
                                        RequestOptions.create().setForm(form).setMaxRedirects(0))
                                .status())
                        .as(login + " " + path)
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void givesNoNumberOutsideATransaction() {
        AgencyCode agency = new AgencyCode("H37.88");
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        assertThatThrownBy(() -> registers.issue(desk.order(agency, book, desk.facts(1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
