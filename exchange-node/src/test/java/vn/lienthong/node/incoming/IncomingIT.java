package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

/** A clerk's day with documents that arrive, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncomingIT {

    private static final AgencyCode HERE = new AgencyCode("H48.01");
    private static final AgencyCode ELSEWHERE = new AgencyCode("H48.02");
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final JdbcClient database;
    private final String origin;
    private final Arrivals arrivals;

    @Autowired
    IncomingIT(
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
    void acceptsAndRegistersWithOneKeyAndOpensTheNext(Window window) {
        long first = arrivals.arrive("101", Urgency.EXPRESS);
        arrivals.arrive("102", Urgency.EXPRESS);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            PageCheck check = new PageCheck(page);
            assertThat(page.locator("main").innerText()).contains("Chờ tiếp nhận", "101/UBND-VX");
            check.passes("desk");
            check.picture("incoming-desk");
            page.navigate(origin + "/incoming");
            assertThat(page.locator("#queue").innerText()).contains("101/UBND-VX", "Hỏa tốc", "Cần xem");
            check.passes("queue");
            check.picture("incoming-queue");
            page.navigate(origin + "/incoming/" + first);
            assertThat(page.locator(".lt-checks").innerText())
                    .contains("chữ ký cơ quan hợp lệ", "nguyên vẹn", "Tệp chính không có chữ ký số");
            check.passes("document");
            check.picture("incoming-document");
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> !url.endsWith("/" + first));
            assertThat(page.locator("#notice").innerText()).contains("101/UBND-VX", "đã vào sổ, số đến");
            assertThat(page.locator("h1").innerText()).contains("Văn bản đến");
        }
        assertThat(state(first)).isEqualTo("REGISTERED");
    }

    @Test
    void refusesWithAReasonThatTheSenderWillSee(Window window) {
        long id = arrivals.arrive("111", Urgency.ORDINARY);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            page.navigate(origin + "/incoming/" + id);
            page.getByText("Từ chối tiếp nhận").first().click();
            PageCheck check = new PageCheck(page);
            page.locator("button[value=look]").click();
            assertThat(page.locator("#problem").innerText()).contains("Chọn lý do từ chối", "Nhập nội dung từ 10");
            page.locator("#reason").selectOption("WRONG_ADDRESSEE");
            page.locator("#text").fill("Đề nghị gửi tới UBND xã Phú Xuân.");
            page.locator("button[value=look]").click();
            assertThat(page.locator("#seen").innerText())
                    .contains("sẽ thấy", "Gửi nhầm nơi nhận: Đề nghị gửi tới UBND xã Phú Xuân.");
            check.picture("incoming-refuse");
            assertThat(state(id)).isEqualTo("ARRIVED");
            page.locator("button[value=send]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã từ chối văn bản 111/UBND-VX");
            page.navigate(origin + "/incoming/" + id);
            assertThat(page.locator("#history").innerText()).contains("Từ chối tiếp nhận", "Trần Thị Ba");
        }
        assertThat(state(id)).isEqualTo("REFUSED");
    }

    @Test
    void tellsTheSecondOfTwoClerksWhoWasFaster(Window window) {
        long id = arrivals.arrive("121", Urgency.ORDINARY);
        try (BrowserContext one = window.open(1024, 600, true);
                BrowserContext two = window.open(1024, 600, true)) {
            Page slow = signedIn(one, Role.CLERK, HERE);
            Page fast = signedIn(two, Role.CLERK, HERE);
            slow.navigate(origin + "/incoming/" + id);
            fast.navigate(origin + "/incoming/" + id);
            fast.locator("button[name=then]").last().click();
            assertThat(fast.locator("#notice").innerText()).contains("Đã tiếp nhận văn bản 121/UBND-VX");
            slow.locator("button[name=then]").last().click();
            assertThat(slow.locator("#overtaken").innerText())
                    .contains("Trần Thị Ba đã thực hiện “Tiếp nhận” lúc", "chưa được thực hiện");
            new PageCheck(slow).passes("overtaken");
            new PageCheck(slow).picture("incoming-overtaken");
        }
    }

    @Test
    void registersPaperWithFaultsNamedWordByWord(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            page.navigate(origin + "/incoming/new");
            PageCheck check = new PageCheck(page);
            page.locator("#arrived-on").fill("+3");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#problem:focus").innerText())
                    .contains("Ngày đến không được sau hôm nay", "Nhập nơi gửi", "Nhập số, ký hiệu như trên văn bản")
                    .contains("Chọn loại văn bản", "Nhập trích yếu nội dung");
            check.passes("faults");
            check.picture("incoming-register-faults");
            page.locator("#arrived-on").fill("h");
            page.locator("#issued-on").fill("-2");
            page.locator("#sender").fill("Công ty Cấp nước Hương Giang");
            page.locator("#code").fill("05-BC/ĐU");
            page.locator("#subject").fill("Báo cáo tình hình cấp nước tháng 11");
            page.locator("#type").selectOption("Báo cáo");
            page.locator("button[value='']").click();
            assertThat(page.locator("#notice").innerText()).contains("đã vào sổ, số đến");
            check.passes("paper");
            addsAScan(page);
            putsAwayAndTakesOutAgain(page, check);
            page.navigate(origin + "/incoming?tab=all&q=cap+nuoc+bao+cao");
            assertThat(page.locator("#queue").innerText()).contains("05-BC/ĐU", "Bản giấy");
            check.passes("search");
        }
    }

    private static void addsAScan(Page page) {
        page.locator("#scan").setInputFiles(new FilePayload("virus.exe", "application/pdf", new byte[] {'M', 'Z'}));
        page.getByText("Tải tệp lên").click();
        assertThat(page.locator("#notice").innerText()).contains("Tệp \"virus.exe\" không được phép");
        page.locator("#scan").setInputFiles(new FilePayload("giả.pdf", "application/pdf", new byte[] {'M', 'Z'}));
        page.getByText("Tải tệp lên").click();
        assertThat(page.locator("#notice").innerText()).contains("không đúng loại");
        byte[] scan = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        page.locator("#scan").setInputFiles(new FilePayload("bản quét.png", "image/png", scan));
        page.getByText("Tải tệp lên").click();
        assertThat(page.locator(".lt-files").innerText()).contains("bản quét.png");
        assertThat(page.request().get(page.url() + "/files/1").body()).isEqualTo(scan);
        page.locator(".lt-files button").click();
        assertThat(page.locator("#notice").innerText()).contains("Đã bỏ tệp");
        assertThat(page.locator("main").innerText()).contains("Không có tệp nào ở đây");
    }

    private static void putsAwayAndTakesOutAgain(Page page, PageCheck check) {
        for (String paper : List.of("/slip", "/stamp", "/stamp?paper=left")) {
            assertThat(page.request().get(page.url() + paper).headers().get("content-type"))
                    .as(paper)
                    .startsWith("application/pdf");
        }
        page.getByText("Lưu hồ sơ").last().click();
        page.locator("main form button").click();
        assertThat(page.locator("#problem").innerText()).contains("Nhập số hoặc tiêu đề hồ sơ");
        page.locator("#code").fill("15.QLNN.2026");
        page.locator("#title").fill("Cấp nước sinh hoạt");
        check.passes("file");
        check.picture("incoming-file");
        page.locator("main form button").click();
        assertThat(page.locator("main").innerText()).contains("15.QLNN.2026 – Cấp nước sinh hoạt", "Lấy khỏi hồ sơ");
        check.picture("incoming-filed");
        page.getByText("Lấy khỏi hồ sơ").click();
        assertThat(page.locator("main").innerText()).contains("Đã vào sổ", "15.QLNN.2026 – Cấp nước sinh hoạt");
    }

    @Test
    void takesInManyOnlyWhenAllIsWell(Window window) {
        long first = arrivals.arrive("131", Urgency.ORDINARY);
        long second = arrivals.arrive("132", Urgency.ORDINARY);
        assertThat(database.sql("update incoming_document set check_state = 'GOOD', problem = 0 where id in (?, ?)")
                        .params(first, second)
                        .update())
                .isEqualTo(2);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            page.navigate(origin + "/incoming");
            page.locator("#c" + first).check();
            page.locator("#c" + second).check();
            page.locator("button[name=then][value=register]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã tiếp nhận và vào sổ 2 văn bản");
        }
        assertThat(List.of(state(first), state(second))).containsOnly("REGISTERED");
    }

    @Test
    void acceptsOnlyGivesManyAndExportsAList(Window window) {
        long first = arrivals.arrive("171", Urgency.ORDINARY);
        assertThat(database.sql("update incoming_document set check_state = 'GOOD', problem = 0 where id = ?")
                        .param(first)
                        .update())
                .isOne();
        long second = arrivals.arrive("172", Urgency.ORDINARY);
        LoginName officer = account(Role.OFFICER, HERE);
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            page.navigate(origin + "/incoming");
            page.locator("#c" + first).check();
            page.locator("button[name=then][value=accept]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã tiếp nhận 1 văn bản, chưa vào sổ");
            page.navigate(origin + "/incoming/" + second);
            page.locator("button[value=register-next]").click();
            page.navigate(origin + "/incoming?tab=registered");
            new PageCheck(page).picture("incoming-registered");
            page.locator("#c" + second).check();
            page.locator("button[name=then][value=submit]").click();
            assertThat(page.locator("#notice").innerText()).contains("Chọn người có thẩm quyền");
            page.locator("#c" + second).check();
            page.locator("#lead").selectOption("p-" + officer.value());
            page.locator("button[name=then][value=assign]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã chuyển 1 văn bản");
            page.navigate(origin + "/incoming?tab=all&q=UBND-VX");
            page.locator("button[name=format][value=CSV]").click();
            assertThat(page.url()).contains("/listings/");
        }
        assertThat(state(first)).isEqualTo("ACCEPTED");
        assertThat(state(second)).isEqualTo("ASSIGNED");
    }

    @Test
    void showsPagesAsPicturesAndGivesFilesUnderTheirNames(Window window) throws IOException {
        long id = arrivals.arrive("141", Urgency.ORDINARY);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            page.navigate(origin + "/incoming/" + id + "?look=1");
            assertThat(page.evaluate("async () => { const i = document.querySelector('.lt-page');"
                            + " i.loading = 'eager'; await i.decode(); return i.naturalWidth; }"))
                    .isEqualTo(900);
            PageCheck check = new PageCheck(page);
            check.passes("viewer");
            check.picture("incoming-viewer");
            page.navigate(origin + "/incoming/" + id + "?look=1&page=99");
            assertThat(page.locator("#viewer").innerText())
                    .contains("Trang 1 trên 1")
                    .doesNotContain("Trang sau");
            Download zip =
                    page.waitForDownload(() -> page.getByText("Tải trọn bộ").click());
            assertThat(zip.suggestedFilename()).isEqualTo("141_UBND-VX.zip");
            List<String> names = new ArrayList<>();
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip.path()), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    names.add(entry.getName());
                }
            }
            assertThat(names).hasSize(2).anyMatch(name -> name.startsWith("Công văn 141"));
        }
    }

    @Test
    void showsNothingToOthers(Window window) {
        long id = arrivals.arrive("151", Urgency.ORDINARY);
        List<String> pages = List.of(
                "",
                "/register",
                "/refuse",
                "/abnormal",
                "/files/1",
                "/zip",
                "/package",
                "/files/1/pages/1",
                "/slip",
                "/stamp",
                "/file");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.CLERK, ELSEWHERE);
            for (String path : pages) {
                assertThat(page.request().get(origin + "/incoming/" + id + path).status())
                        .as("foreign " + path)
                        .isEqualTo(404);
            }
            page.navigate(origin + "/incoming?tab=all");
            assertThat(page.locator("main").innerText()).doesNotContain("151/UBND-VX");
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.LEADER, HERE);
            for (String path : List.of("/register", "/refuse", "/abnormal", "/file")) {
                assertThat(page.request().get(origin + "/incoming/" + id + path).status())
                        .as("leader " + path)
                        .isEqualTo(403);
            }
            assertThat(page.request().get(origin + "/incoming/" + id).status()).isEqualTo(200);
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.OFFICER, HERE);
            assertThat(page.request().get(origin + "/incoming/" + id).status()).isEqualTo(404);
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, Role.OPERATOR, HERE);
            assertThat(page.request().get(origin + "/incoming/" + id).status()).isEqualTo(403);
            assertThat(page.request().get(origin + "/incoming").status()).isEqualTo(403);
        }
    }

    @Test
    void fitsPhonesAndStaysInTheBudget(Window window) {
        long id = arrivals.arrive("161", Urgency.URGENT);
        try (BrowserContext context = window.open(360, 640, true)) {
            Page page = signedIn(context, Role.CLERK, HERE);
            PageCheck check = new PageCheck(page);
            for (String path :
                    List.of("/", "/incoming", "/incoming/" + id, "/incoming/new", "/incoming/" + id + "/refuse")) {
                page.navigate(origin + path);
                check.passes(path + " at 360");
                check.picture("incoming-small" + path.replaceAll("[^a-z]+", "-"));
                assertThat(check.load().html()).as(path).isLessThan(15_000);
            }
            page.setViewportSize(1400, 900);
            page.navigate(origin + "/incoming?lang=en");
            check.passes("English");
            check.picture("incoming-wide-english");
        }
    }

    private String state(long id) {
        return database.sql("select state from incoming_document where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private LoginName account(Role role, AgencyCode agency) {
        LoginName login = new LoginName("incoming" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, "Trần Thị Ba", Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private Page signedIn(BrowserContext context, Role role, AgencyCode agency) {
        LoginName login = account(role, agency);
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
