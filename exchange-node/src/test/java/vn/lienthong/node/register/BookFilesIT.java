package vn.lienthong.node.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** Books that leave and come as files, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class BookFilesIT {
    private final Registers registers;
    private final DeskBooks desk;
    private final String origin;

    @Autowired
    BookFilesIT(Accounts accounts, Registers registers, TransactionTemplate transactions, ListenerPorts ports) {
        this.registers = registers;
        this.desk = new DeskBooks(accounts, registers, transactions, ports);
        this.origin = desk.origin();
    }

    @Test
    void exportsTheBookInTheBackground(Window window) throws IOException {
        AgencyCode agency = new AgencyCode("H37.89");
        Book book = desk.incoming(agency, 5);
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = window.open(1024, 600, scripts)) {
                Page page = desk.signedIn(context, desk.account(Role.CLERK, "Trần Thị Bé", agency));
                page.navigate(origin + "/registers/" + book.id() + "?first=2");
                page.getByText(scripts ? "Xuất Excel" : "Xuất CSV").click();
                Locator file = page.locator("a[download]");
                file.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
                // The checks are scripts themselves.
                if (scripts) {
                    new PageCheck(page).passes("export");
                }
                new PageCheck(page).picture("listing-" + scripts);
                Download download = page.waitForDownload(file::click);
                assertThat(download.suggestedFilename()).endsWith(scripts ? ".xlsx" : ".csv");
                if (!scripts) {
                    assertThat(Files.readString(download.path()))
                            .startsWith("\ufeffNgày đến,Số đến")
                            .contains("05/01/2026,2,Văn phòng Chính phủ")
                            .doesNotContain("05/01/2026,1,");
                }
                String url = page.url();
                page.navigate(origin + "/listings");
                if (scripts) {
                    new PageCheck(page).passes("exports");
                }
                try (BrowserContext other = window.open(1024, 600, false)) {
                    Page foreign = desk.signedIn(other, desk.account(Role.CLERK, "Đồng Nghiệp", agency));
                    assertThat(foreign.navigate(url).status()).isEqualTo(404);
                    assertThat(foreign.navigate(url + "/file").status()).isEqualTo(404);
                }
            }
        }
    }

    @Test
    void importsAnOldBookAfterADryRun(Window window) throws IOException {
        AgencyCode agency = new AgencyCode("H37.90");
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = desk.signedIn(context, desk.account(Role.CLERK, "Trần Thị Bé", agency));
            page.navigate(origin + "/registers/" + book.id() + "/import");
            Download template =
                    page.waitForDownload(() -> page.getByText("Tải mẫu Excel").click());
            page.locator("#file").setInputFiles(template.path());
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#report").innerText()).contains("0 dòng");
            page.locator("#file").setInputFiles(sheet("12", "", "Quyết định", "Kế hoạch"));
            page.locator("main form button[type=submit]").last().click();
            assertThat(page.locator("#report").innerText()).contains("Dòng 2: thiếu ngày ban hành");
            new PageCheck(page).passes("import with faults");
            new PageCheck(page).picture("register-import");
            page.locator("#file").setInputFiles(sheet("12", "20/11/2026", "Quyết định", "Kế hoạch"));
            page.locator("main form button[type=submit]").last().click();
            page.getByText("Nhập 1 dòng").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã nhập 1 dòng");
            assertThat(page.locator("#lines").innerText()).contains("12/QĐ-UBND", "Kế hoạch");
        }
        assertThat(((NumberAnswer.Issued) desk.issue(agency, book))
                        .entry()
                        .number()
                        .value())
                .isEqualTo(13);
    }

    private static Path sheet(String number, String date, String type, String subject) throws IOException {
        Path file = Files.createTempFile("lienthong-old-book", ".xlsx");
        List<String> titles = List.of(
                "Số văn bản",
                "Ký hiệu",
                "Ngày ban hành",
                "Tên loại",
                "Trích yếu nội dung",
                "Người ký",
                "Nơi nhận văn bản",
                "Đơn vị, người nhận bản lưu",
                "Số lượng bản",
                "Ngày chuyển",
                "Ký nhận",
                "Ghi chú");
        List<String> cells = List.of(number, "QĐ-UBND", date, type, subject);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0");
                Worksheet sheet = book.newWorksheet("Sổ")) {
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(0, i, titles.get(i));
            }
            for (int i = 0; i < cells.size(); i++) {
                sheet.value(1, i, cells.get(i));
            }
        }
        return file;
    }
}
