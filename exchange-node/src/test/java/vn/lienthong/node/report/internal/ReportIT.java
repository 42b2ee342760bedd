package vn.lienthong.node.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import vn.lienthong.node.testing.PageCheck;

/** Reports over rows of the desk, and their pages in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class ReportIT {
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AgencyCode OWN = new AgencyCode("H97.01");
    private static final AgencyCode FOREIGN = new AgencyCode("H97.02");
    private static final ReportPeriod OCTOBER = ReportPeriod.ofMonth(YearMonth.of(2026, 10));
    private static final Locale VIETNAMESE = Locale.of("vi");

    @Autowired
    private List<Report> reports;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ListenerPorts ports;

    @BeforeEach
    void rows() {
        if (accounts.find(new LoginName("reporter")).isPresent()) {
            return;
        }
        account("reporter", Role.CLERK, OWN);
        account("stranger", Role.CLERK, FOREIGN);
        account("watcher", Role.OPERATOR, OWN);
        // Friday 2 October, 09:00 in Hanoi; accepted after an hour, done in time.
        long done = incoming(OWN, "2026-10-02T02:00", "DONE", "2026-10-05", "F1");
        step(done, "2026-10-02T03:00", "ACCEPT");
        step(done, "2026-10-02T04:00", "ASSIGN");
        step(done, "2026-10-05T03:00", "COMPLETE");
        lead(done, "Phòng Tổng hợp");
        // Accepted the next working day only, done a day late.
        long late = incoming(OWN, "2026-10-02T02:00", "FILED", "2026-10-06", "");
        step(late, "2026-10-05T02:00", "ACCEPT");
        step(late, "2026-10-07T02:00", "COMPLETE");
        lead(late, "Phòng Tổng hợp");
        // Open, and long overdue; of another month; of another agency.
        incoming(OWN, "2026-10-20T02:00", "ASSIGNED", "2026-10-21", "");
        incoming(OWN, "2026-09-20T02:00", "ASSIGNED", "2026-09-21", "");
        incoming(FOREIGN, "2026-10-02T02:00", "DONE", "2026-10-05", "F1");
        numbers();
        standing("H97.01", "H01.09", "02", "WRONG_ADDRESSEE");
        standing("H01.09", "H97.01", "02", "NO_SIGNATURE");
    }

    private void account(String login, Role role, AgencyCode agency) {
        NewAccount account = new NewAccount(new LoginName(login), "Người Báo Cáo", Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
    }

    private long incoming(AgencyCode agency, String arrived, String state, String due, String file) {
        LocalDateTime at = LocalDateTime.parse(arrived);
        assertThat(database.sql("insert into incoming_document (agency, source, state, state_since, queue_key,"
            + " urgency, secrecy, sender_code, sender_name, code_number, code_notation, type_name, subject,"
            + " signer_name, signer_position, file_count, total_size, arrived_at, accept_by, due_on, check_state,"
            + " file_code, search_text) values (?, 'AXIS', ?, ?, 0, 0, 'ORDINARY', 'H01', 'Nơi gửi', '1', 'CV', 'Công"
            + " văn', 'Về việc báo cáo', '', '', 1, 1, ?, ?, ?, 'GOOD', ?, '')")
                        .params(agency.value(), state, at, at, at.plusHours(8), LocalDate.parse(due), file)
                        .update())
                .isEqualTo(1);
        return database.sql("select max(id) from incoming_document")
                .query(Long.class)
                .single();
    }

    private void step(long document, String at, String act) {
        assertThat(database.sql("insert into incoming_step (document_id, at, login, name, act, state, words)"
                                + " values (?, ?, '', '', ?, '', '')")
                        .params(document, LocalDateTime.parse(at), act)
                        .update())
                .isEqualTo(1);
    }

    private void lead(long document, String name) {
        assertThat(database.sql("insert into incoming_task (document_id, agency, unit_id, login, name, part, state,"
            + " given_by, given_at, instruction) values (?, 'H97.01', 1, '', ?, 'LEAD', 'DONE', 'x', utc_timestamp(),"
            + " '')")
                        .params(document, name)
                        .update())
                .isEqualTo(1);
    }

    private void numbers() {
        assertThat(database.sql("insert into register_book (agency, kind, line, name, bloc, period_rule, period_name,"
                                + " period_from, series_rule, secret_rule, pattern, letters, heading, symbol, standard,"
                                + " state, state_since) values ('H97.01', 'OUTGOING', 'main', 'Sổ công văn đi',"
                                + " 'GOVERNMENT', 'YEAR', '2026', '2026-01-01', 'ONE', 'APART', '', '', '', '', true,"
                                + " 'OPEN', utc_timestamp())")
                        .update())
                .isEqualTo(1);
        long book = database.sql("select max(book_id) from register_book")
                .query(Long.class)
                .single();
        number(book, 1, null);
        number(book, 2, "Ký nhầm");
        number(book, 6, null);
    }

    private void number(long book, int number, @Nullable String cancelled) {
        assertThat(database.sql("insert into register_entry (book_id, agency, kind, series, number, entered_on,"
            + " registered_at, registered_by, code_number, code_mark, code_notation, type_name, subject, signer,"
            + " author_name, author_key, receivers, kept_by, urgency, secrecy, cancelled_at, cancel_reason,"
            + " changed_at, changed_by, search_text) values (?, 'H97.01', 'OUTGOING', '', ?, '2026-10-10',"
            + " utc_timestamp(), 'x', '', '/', '', 'Công văn', '', '', '', '', '', '', 0, 0, if(? is null, null,"
            + " utc_timestamp()), coalesce(?, ''), utc_timestamp(), 'x', '')")
                        .param(book)
                        .param(number)
                        .param(cancelled)
                        .param(cancelled)
                        .update())
                .isEqualTo(1);
    }

    private void standing(String sender, String recipient, String status, String reason) {
        assertThat(database.sql("insert into statement_standing (parcel_id, recipient_code, sender_code, status,"
                                + " status_at, reason, changed_at) values (random_bytes(16), ?, ?, ?,"
                                + " '2026-10-12', ?, utc_timestamp())")
                        .params(recipient, sender, status, reason)
                        .update())
                .isEqualTo(1);
    }

    /** A parcel of October that lies at its recipient, whose system has said nothing. */
    private void silentParcel() {
        String id = "019a0e00-0000-7000-8000-0000000097ff";
        assertThat(database.sql("insert into outbound_parcel (parcel_id, sender_code, header, envelope, signature,"
            + " segments, payload_size, payload_sha256, package_sha512, urgency, submitted_by, created_at, expires_at)"
            + " values (unhex(replace(?, '-', '')), 'H97.01', '', '', '', '', 1, repeat('a', 32), repeat('a', 64), 0,"
            + " 'test', '2025-10-23', '2027-10-23')")
                        .param(id)
                        .update())
                .isEqualTo(1);
        assertThat(database.sql("insert into delivery (parcel_id, recipient_code, target_node, state, state_since)"
                                + " values (unhex(replace(?, '-', '')), 'H97.02', 'nowhere', 2, '2025-10-23')")
                        .param(id)
                        .update())
                .isEqualTo(1);
    }

    @Test
    void countsWhatIsLateByRecipientAndCause() {
        silentParcel();
        Report report = reports.stream()
                .filter(one -> one.slug().equals("delays"))
                .findFirst()
                .orElseThrow();
        ReportPeriod then = new ReportPeriod(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31));
        ReportTable table = report.draw(new ReportScope(OWN, ""), then, VIETNAMESE);
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().getFirst().cells().getFirst().toString()).contains("H97.02");
        assertThat(table.rows().getFirst().cells().get(5)).isEqualTo(Figures.figure(1, 0L));
        assertThat(table.rows().getFirst().cells().get(6)).isEqualTo(Figures.figure(0, 0L));
    }

    private List<List<String>> drawn(String slug) {
        return drawn(slug, "");
    }

    private List<List<String>> drawn(String slug, String unit) {
        Report report = reports.stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        DrawnReport drawn = new DrawnReport(
                "", "", "", List.of(), report.draw(new ReportScope(OWN, unit), OCTOBER, VIETNAMESE), "", "Tổng cộng");
        DrawnReport headed = new DrawnReport(
                "",
                "",
                "",
                drawn.table().columns().stream().map(ReportTable.Column::title).toList(),
                drawn.table(),
                "",
                "Tổng cộng");
        return FlatRows.of(headed).rows().stream()
                .map(row -> row.stream().map(FlatRows.Value::text).toList())
                .toList();
    }

    @Test
    void countsWhatWasDoneInTimeAndLateByWhoIsInTheLead() {
        assertThat(drawn("handling"))
                .containsExactly(
                        List.of("Chưa phân công", "1", "1", "0", "0", "0", "0", "0", "0", "1", "1"),
                        List.of("Phòng Tổng hợp", "2", "0", "1", "0", "1", "0", "0", "0", "0", "0"),
                        List.of("Tổng cộng", "3", "1", "1", "0", "1", "0", "0", "0", "1", "1"));
        assertThat(drawn("handling", "Phòng Tổng hợp"))
                .extracting(List::getFirst)
                .containsExactly("Phòng Tổng hợp", "Tổng cộng");
        assertThat(drawn("speed", "Phòng không có").getFirst()).contains("0");
    }

    @Test
    void measuresInWorkingTime() {
        List<List<String>> lines = drawn("speed");
        assertThat(lines.getFirst().getFirst()).isEqualTo("03 Đã tiếp nhận");
        // One hour, and from Friday 09:00 to Monday 09:00 a day of seven and a half; one of three accepted in time.
        assertThat(lines.getFirst()).contains("2", "33.3", "1.0", "7.5");
    }

    @Test
    void listsContentsOfFilesRefusalsAndLostNumbers() {
        assertThat(drawn("file")).hasSize(1);
        assertThat(drawn("file").getFirst()).startsWith("F1").contains("1/CV", "Công văn Về việc báo cáo");
        assertThat(drawn("refusals"))
                .extracting(row -> row.getFirst() + " " + row.get(1) + " " + row.get(3))
                .containsExactlyInAnyOrder("NO_SIGNATURE 1 0", "Gửi nhầm nơi nhận 0 1", "Tổng cộng 1 1");
        assertThat(drawn("numbers"))
                .extracting(row -> row.getFirst() + " " + row.get(3) + " " + row.get(5))
                .containsExactly("Đã hủy 2 Ký nhầm", "Bỏ trống 3 – 5 ");
        assertThat(drawn("issued").getFirst()).startsWith("Công văn", "3");
        assertThat(drawn("recalls")).hasSize(1);
    }

    @Test
    void pagesShowFilesAndCompareInABrowser(Window window) throws IOException {
        String origin = "https://127.0.0.1:" + ports.api();
        String days = "&period=chosen&from=1/10/2026&until=31/10/2026";
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, origin, "reporter");
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/reports");
            check.passes("reports");
            check.picture("reports");
            for (Report report : reports) {
                page.navigate(origin + "/reports/" + report.slug() + "?agency=H97.01" + days);
                check.passes(report.slug());
                check.picture("report-" + report.slug());
            }
            page.navigate(origin + "/reports/handling?agency=H97.01" + days);
            assertThat(page.locator("main table").innerText()).contains("Phòng Tổng hợp", "Tổng cộng");
            Download csv = page.waitForDownload(() -> page.getByText("Tải CSV").click());
            assertThat(Files.readString(csv.path(), StandardCharsets.UTF_8)).contains("\"Phòng Tổng hợp\",\"2\"");
            Download print =
                    page.waitForDownload(() -> page.getByText("Tải bản in").click());
            assertThat(print.suggestedFilename()).endsWith(".pdf").startsWith("Tình hình");
            page.navigate(origin + "/reports/handling?period=chosen&from=31/2/2026");
            assertThat(page.locator("#problem").innerText()).isNotBlank();
            page.setViewportSize(360, 640);
            page.navigate(origin + "/reports/handling?agency=H97.01" + days);
            check.fits("report at 360");
        }
    }

    @Test
    void showsNobodyTheFiguresOfOthers(Window window) {
        String origin = "https://127.0.0.1:" + ports.api();
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, origin, "stranger");
            for (String path : List.of(
                    "/reports/handling?agency=H97.01",
                    "/reports/unheard-of",
                    "/reports/handling/file?agency=H97.01&as=csv",
                    "/reports/handling/file?as=exe")) {
                assertThat(page.navigate(origin + path).status()).as(path).isEqualTo(404);
            }
        }
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, origin, "watcher");
            assertThat(page.navigate(origin + "/reports").status()).isEqualTo(403);
            assertThat(page.navigate(origin + "/reports/handling").status()).isEqualTo(403);
        }
    }

    private static Page signedIn(BrowserContext context, String origin, String login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
