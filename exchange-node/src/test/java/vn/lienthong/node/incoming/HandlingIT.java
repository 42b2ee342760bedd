package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
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

/** From the clerk to the leader to the officer, in a real browser. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandlingIT {

    private static final AgencyCode HERE = new AgencyCode("H49.01");
    private static final AgencyCode ELSEWHERE = new AgencyCode("H49.02");
    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final JdbcClient database;
    private final String origin;
    private final Arrivals arrivals;

    @Autowired
    HandlingIT(
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
    void goesFromTheClerkToTheLeaderToTheOfficer(Window window) {
        LoginName clerk = account(Role.CLERK, "Trần Thị Văn Thư", HERE);
        LoginName leader = account(Role.LEADER, "Lê Văn Lãnh Đạo", HERE);
        LoginName officer = account(Role.OFFICER, "Phạm Thị Chuyên Viên", HERE);
        long id = arrivals.arrive("501", Urgency.URGENT);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, clerk);
            makeUnit(page, officer);
            register(page, id);
            page.navigate(origin + "/incoming/" + id + "/submit");
            PageCheck check = new PageCheck(page);
            check.passes("submit");
            check.picture("incoming-submit");
            page.locator("#leader").selectOption("p-" + leader.value());
            page.locator("#words").fill("Kính trình.");
            page.locator("button[value=submit]").click();
            assertThat(state(id)).isEqualTo("SUBMITTED");
        }
        try (BrowserContext context = window.open(360, 640, true)) {
            Page page = signedIn(context, leader);
            PageCheck check = new PageCheck(page);
            assertThat(page.locator("main").innerText()).contains("Chờ ý kiến của tôi", "501/UBND-VX");
            page.navigate(origin + "/opinions");
            check.passes("opinions");
            check.picture("incoming-opinions");
            page.navigate(origin + "/incoming/" + id + "/instruct");
            check.passes("instruct");
            check.picture("incoming-instruct");
            page.locator("button[value=next]").click();
            assertThat(page.locator("#problem").innerText()).contains("Chọn nơi chủ trì");
            page.locator("#phrase-lead").check();
            page.locator("#lead").selectOption("p-" + officer.value());
            page.locator("#due").fill("+5");
            page.locator("button[value=next]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã gửi ý kiến chỉ đạo văn bản 501/UBND-VX");
            assertThat(state(id)).isEqualTo("ASSIGNED");
        }
        handle(window, officer, id);
        assertThat(told(id)).contains("04", "05", "06");
        assertThat(followedUp(id))
                .contains("Hoàn thành")
                .contains("Đã trả lời.")
                .endsWith("77/UBND");
    }

    private void handle(Window window, LoginName officer, long id) {
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = signedIn(context, officer);
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/tasks");
            assertThat(page.locator("#tasks").innerText()).contains("501/UBND-VX", "Chủ trì", "Mới giao");
            check.picture("incoming-tasks");
            page.locator("#tasks tbody a").first().click();
            assertThat(page.locator("main").innerText()).contains("Giao Phạm Thị Chuyên Viên chủ trì, tham mưu.");
            page.locator("button[value=take]").click();
            assertThat(state(id)).isEqualTo("IN_PROGRESS");
            page.locator("#progress").fill("Đã xin ý kiến các phòng.");
            page.locator("button[value=progress]").click();
            page.locator("details summary").last().click();
            page.locator("#until").fill("+9");
            page.locator("#why").fill("Chờ số liệu của các xã.");
            page.locator("button[value=ask]").click();
            assertThat(page.locator("main").innerText()).contains("Chờ số liệu của các xã.");
            check.picture("incoming-task");
            page.locator("button[value=complete]").click();
            assertThat(page.locator("#problem").innerText()).contains("Nhập kết quả");
            page.locator("#result").fill("Đã trả lời.");
            page.locator("#reply").fill("77/UBND");
            page.locator("button[value=complete]").click();
            assertThat(state(id)).isEqualTo("DONE");
        }
    }

    @Test
    void instructsOnBehalfOfALeaderForSomeDaysOnly(Window window) {
        LoginName clerk = account(Role.CLERK, "Văn Thư Hai", HERE);
        LoginName leader = account(Role.LEADER, "Chủ Tịch Vắng Mặt", HERE);
        LoginName deputy = account(Role.LEADER, "Phó Chủ Tịch", HERE);
        LoginName officer = account(Role.OFFICER, "Chuyên Viên Hai", HERE);
        long id = arrivals.arrive("511", Urgency.ORDINARY);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, clerk);
            register(page, id);
            page.navigate(origin + "/incoming/" + id + "/submit");
            page.locator("#leader").selectOption("p-" + leader.value());
            page.locator("button[value=submit]").click();
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, leader);
            page.navigate(origin + "/delegations");
            PageCheck check = new PageCheck(page);
            page.locator("form[action='/delegations'] button[type=submit]").click();
            assertThat(page.locator("#problem").innerText()).contains("Chọn người được ủy quyền", "Nhập ngày bắt đầu");
            page.locator("#to").selectOption("p-" + deputy.value());
            page.locator("#from").fill("h");
            page.locator("#until").fill("+3");
            page.locator("form[action='/delegations'] button[type=submit]").click();
            assertThat(page.locator("#notice").innerText()).contains("Đã ủy quyền cho Phó Chủ Tịch");
            check.passes("delegations");
            check.picture("incoming-delegations");
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, deputy);
            page.navigate(origin + "/incoming/" + id + "/instruct");
            assertThat(page.locator("main").innerText()).contains("TUQ Chủ Tịch Vắng Mặt");
            page.locator("#lead").selectOption("p-" + officer.value());
            page.locator("#words").fill("Giao xử lý ngay.");
            page.locator("button[value=next]").click();
            assertThat(state(id)).isEqualTo("ASSIGNED");
            page.navigate(origin + "/incoming/" + id);
            assertThat(page.locator("#history").innerText()).contains("Phó Chủ Tịch (TUQ Chủ Tịch Vắng Mặt)");
            page.navigate(origin + "/my-unit");
            new PageCheck(page).passes("my unit");
        }
    }

    @Test
    void letsNobodyDecideWhatIsNotTheirs(Window window) {
        LoginName clerk = account(Role.CLERK, "Văn Thư Ba", HERE);
        LoginName leader = account(Role.LEADER, "Lãnh Đạo Ba", HERE);
        long id = arrivals.arrive("521", Urgency.ORDINARY);
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, clerk);
            register(page, id);
            page.navigate(origin + "/incoming/" + id + "/submit");
            page.locator("#leader").selectOption("p-" + leader.value());
            page.locator("button[value=submit]").click();
            assertStatus(page, "/incoming/" + id + "/instruct", 404);
            assertStatus(page, "/delegations", 403);
            assertStatus(page, "/my-unit", 403);
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.LEADER, "Lãnh Đạo Xã Khác", ELSEWHERE));
            for (String path : List.of("", "/instruct")) {
                assertStatus(page, "/incoming/" + id + path, 404);
            }
            assertStatus(page, "/units", 403);
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.OFFICER, "Chuyên Viên Ba", HERE));
            assertStatus(page, "/incoming/" + id + "/instruct", 404);
            assertStatus(page, "/incoming/" + id + "/submit", 403);
            assertStatus(page, "/tasks/999999", 404);
            assertStatus(page, "/units", 403);
            assertStatus(page, "/tasks", 200);
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, account(Role.LEADER, "Lãnh Đạo Bốn", HERE));
            page.navigate(origin + "/incoming/" + id + "/instruct");
            page.locator("#words").fill("Không phải việc của tôi.");
            page.locator("button[value=return]").click();
            assertThat(state(id)).as("another leader gives nothing back").isEqualTo("SUBMITTED");
        }
    }

    private void assertStatus(Page page, String path, int status) {
        assertThat(page.request().get(origin + path).status()).as(path).isEqualTo(status);
    }

    private void makeUnit(Page page, LoginName officer) {
        page.navigate(origin + "/units");
        page.locator("#name").fill("Phòng Văn hóa – Xã hội");
        page.locator("form[action='/units'] button[type=submit]").click();
        page.locator("select[name=login]").first().selectOption(officer.value());
        page.locator("button[value=join]").first().click();
        assertThat(page.locator("main").innerText()).contains("Phòng Văn hóa – Xã hội", "Phạm Thị Chuyên Viên");
        PageCheck check = new PageCheck(page);
        check.passes("units");
        check.picture("incoming-units");
    }

    private void register(Page page, long id) {
        page.navigate(origin + "/incoming/" + id);
        page.locator("button[value=register-next]").click();
        assertThat(state(id)).isEqualTo("REGISTERED");
    }

    private String state(long id) {
        return database.sql("select state from incoming_document where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Progress and answer, as the follow-up book has them. */
    private String followedUp(long id) {
        return database.sql("select concat(e.progress, ' ', e.reply_code) from register_entry e"
                        + " join incoming_document d on d.entry_id = e.entry_id where d.id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** The codes of the statuses that were stated about a document. */
    private List<String> told(long id) {
        return database.sql("select s.status from statement s join incoming_document d on d.parcel_id = s.parcel_id"
                        + " where d.id = ? and s.status is not null")
                .param(id)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private LoginName account(Role role, String name, AgencyCode agency) {
        LoginName login = new LoginName("handling" + NUMBER.incrementAndGet());
        assertThat(accounts.create(new NewAccount(login, name, Set.of(role), Set.of(agency)), PASSWORD))
                .isInstanceOf(AccountCreation.Created.class);
        return login;
    }

    private Page signedIn(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
