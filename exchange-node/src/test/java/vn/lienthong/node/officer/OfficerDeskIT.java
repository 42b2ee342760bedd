package vn.lienthong.node.officer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.PageCheck;

/** The security officer's way through the desk, in a real browser, on a real log. */
@NodeTest
@ExtendWith(ChromiumExtension.class)
class OfficerDeskIT {

    private static final String PASSWORD = "bảy con mực nướng";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String SOME_DOCUMENT = "0193ab00-0000-7000-8000-000000000001";
    private static final List<String> PAGES = List.of(
            "/events",
            "/events?period=7d&outcome=SUCCESS&channel=WEB",
            "/events?period=chosen&from=31/2/2026",
            "/access",
            "/access?object=" + SOME_DOCUMENT,
            "/integrity",
            "/alerts",
            "/alerts?show=closed",
            "/alerts/rules",
            "/alerts/watch?kind=AGENCY_SILENT",
            "/account/password",
            "/exports",
            "/retention",
            "/dossiers",
            "/account");

    private final Accounts accounts;
    private final SecondFactors factors;
    private final InstantSource clock;
    private final NodeKeys keys;
    private final String origin;

    @Autowired
    OfficerDeskIT(Accounts accounts, SecondFactors factors, InstantSource clock, NodeKeys keys, ListenerPorts ports) {
        this.keys = keys;
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    @Test
    void everyPageIsAccessibleAndFitsSmallScreens(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            PageCheck check = new PageCheck(page);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.passes(path);
                check.picture("officer" + path.replaceAll("[^a-z0-9]+", "-"));
            }
            page.navigate(origin + "/events?lang=en");
            check.passes("English");
            check.picture("officer-english");
            page.setViewportSize(360, 640);
            for (String path : PAGES) {
                page.navigate(origin + path);
                check.fits(path + " at 360");
            }
            page.navigate(origin + "/events");
            check.picture("officer-small");
        }
    }

    @Test
    void findsAnEventAndProvesIt(Window window) throws IOException {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            assertThat(page.url()).isEqualTo(origin + "/events");
            page.locator("#action").selectOption("session.start");
            page.locator("form.lt-filter button[type=submit]").click();
            assertThat(page.locator(".lt-chips").innerText()).contains("session.start");
            page.locator("#results tbody td a").first().click();
            assertThat(page.locator("#sentence").innerText()).contains("Đăng nhập thành công");
            String event = page.url();
            waitUntil(page, event, "#position", "mục số");
            PageCheck check = new PageCheck(page);
            page.locator("#verify").click();
            assertThat(page.locator("#verdict").innerText())
                    .contains("Sự kiện này có thật trong nhật ký", "trong đầu nhật ký mới nhất");
            check.passes("verified event");
            check.picture("officer-verified");
            Download proof = page.waitForDownload(
                    () -> page.getByText("Tải bằng chứng (.tlog-proof)").click());
            assertThat(proof.suggestedFilename()).endsWith(".tlog-proof");
            assertThat(Files.readString(proof.path())).startsWith("c2sp.org/tlog-proof@v1");
            assertThat(page.locator("#verdict").innerText()).contains("từ đó chưa ai viết lại");
            Download consistency = page.waitForDownload(
                    () -> page.getByText("Tải bằng chứng nhất quán").click());
            assertThat(Files.readString(consistency.path())).startsWith("old ").contains("\nlienthong.vn/");
            Download earlier = page.waitForDownload(
                    () -> page.getByText("Tải đầu nhật ký trước đó").click());
            assertThat(Files.readString(earlier.path())).startsWith("lienthong.vn/");
            page.navigate(origin + "/events?period=1h&action=audit.verify");
            assertThat(page.locator("#results").innerText()).contains("Kiểm chứng nhật ký", "Lê Thị Sáu");
        }
    }

    @Test
    void verifiesTheWholeLogInTheBackgroundWithAndWithoutScripts(Window window) throws IOException {
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = window.open(1024, 600, scripts)) {
                Page page = officer(context);
                page.navigate(origin + "/integrity");
                page.locator("#verify-all").click();
                page.locator("#verdict").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
                assertThat(page.locator("#verdict").innerText()).contains("Nguyên vẹn");
                if (scripts) {
                    PageCheck check = new PageCheck(page);
                    page.reload();
                    check.passes("verified log");
                    check.picture("officer-integrity-verified");
                }
                if (!scripts) {
                    continue;
                }
                Download report = page.waitForDownload(
                        () -> page.getByText("Tải báo cáo").first().click());
                byte[] text = Files.readAllBytes(report.path());
                assertThat(new String(text, StandardCharsets.UTF_8)).contains("NGUYÊN VẸN / SOUND", "audit.verify");
                Download signature = page.waitForDownload(
                        () -> page.getByText("Tải chữ ký").first().click());
                assertThat(signature.suggestedFilename()).isEqualTo(report.suggestedFilename() + ".p7s");
                assertThat(DetachedSignature.verify(
                                text,
                                Files.readAllBytes(signature.path()),
                                keys.signingKey().certificate()))
                        .isInstanceOf(SignatureCheck.Valid.class);
            }
        }
    }

    @Test
    void handlesAnAlertUntilItIsClosedWithANote(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            page.navigate(origin + "/alerts/rules");
            page.locator("section", new Page.LocatorOptions().setHasText("Tải hàng loạt"))
                    .getByText("Thử")
                    .click();
            assertThat(page.locator("main").innerText()).contains("Đã mở một cảnh báo thử", "Mới");
            PageCheck check = new PageCheck(page);
            page.locator("#to").selectOption("CLOSED");
            page.locator("main form button").click();
            assertThat(page.locator("#problem:focus").innerText()).contains("Nêu lý do đóng");
            check.passes("alert without note");
            check.picture("officer-alert");
            page.locator("#to").selectOption("CLOSED");
            page.locator("#note").fill("Chỉ là cảnh báo thử, không có gì phải làm.");
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains("Đóng", "Chỉ là cảnh báo thử");
            page.navigate(origin + "/alerts?show=closed");
            check.passes("closed alerts");
            assertThat(page.locator("main").innerText()).contains("Tải hàng loạt");
        }
    }

    @Test
    void makesARuleOfASavedSearchWithOneClick(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            page.navigate(origin + "/events?action=session.refuse");
            page.getByText("Lưu tìm kiếm này").first().click();
            page.locator("#name").fill("Đăng nhập sai hôm nay");
            page.locator("main details form button").last().click();
            page.locator("summary", new Page.LocatorOptions().setHasText("Tìm kiếm đã lưu"))
                    .click();
            PageCheck check = new PageCheck(page);
            check.picture("officer-saved");
            page.locator("li", new Page.LocatorOptions().setHasText("Đăng nhập sai hôm nay"))
                    .getByText("Đặt cảnh báo")
                    .click();
            assertThat(page.locator("main").innerText()).contains("Đã đặt luật “Đăng nhập sai hôm nay”");
            check.passes("rule of a search");
            check.picture("officer-rule");
            page.locator("#threshold").fill("0");
            page.locator("main form button").first().click();
            assertThat(page.locator("#problem:focus").innerText()).contains("Số lần từ 1 đến 10.000");
            page.locator("#threshold").fill("5");
            page.locator("main form button").first().click();
            check.passes("rules");
            check.picture("officer-rules");
            page.locator("main").getByText("Đăng nhập sai hôm nay").click();
            page.locator("main form").getByText("Thử").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Đăng nhập sai hôm nay");
        }
    }

    @Test
    void asksASecondOfficerBeforeSecretsAreExported(Window window) {
        try (BrowserContext context = window.open(1024, 600, false);
                BrowserContext another = window.open(1024, 600, false)) {
            Page page = officer(context);
            page.navigate(origin + "/exports?secrecy=2");
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator("main").innerText()).contains("Chờ duyệt", "Người yêu cầu không tự duyệt");
            PageCheck check = new PageCheck(page);
            check.picture("officer-proposed");
            Page second = officer(another);
            second.navigate(page.url());
            new PageCheck(second).picture("officer-approval");
            second.getByText("Duyệt cho xuất").click();
            assertThat(second.locator("main").innerText()).contains("Đã duyệt");
            page.navigate(origin + "/exports");
            check.picture("officer-exports-approved");
        }
    }

    @Test
    void exportsEventsAndMakesADossier(Window window) throws IOException {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            page.navigate(origin + "/events?action=session.start");
            page.getByText("Xuất kết quả này").click();
            page.locator("main form button[type=submit]").first().click();
            Locator data = page.locator("a[download]").first();
            data.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
            PageCheck check = new PageCheck(page);
            check.passes("export");
            check.picture("officer-export");
            Download file = page.waitForDownload(data::click);
            assertThat(Files.readString(file.path())).contains("session.start");
            page.navigate(origin + "/dossiers");
            page.locator("#object").fill(SOME_DOCUMENT);
            page.locator("main form button[type=submit]").click();
            data.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
            Download dossier = page.waitForDownload(data::click);
            assertThat(dossier.suggestedFilename()).endsWith(".zip");
            page.navigate(origin + "/dossiers");
            check.passes("dossiers");
        }
    }

    @Test
    void keepsForACaseAndLetsGoAgain(Window window) {
        try (BrowserContext context = window.open(1024, 600, false)) {
            Page page = officer(context);
            page.navigate(origin + "/retention");
            page.locator("#reason").fill("ngắn");
            page.getByText("Đóng băng", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("#problem").innerText()).contains("Nêu lý do", "Nêu ít nhất một điều");
            page.locator("#object").fill(SOME_DOCUMENT);
            page.locator("#reason").fill("Quyết định 12/QĐ-TTr ngày 20/11/2026");
            page.getByText("Đóng băng", new Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            assertThat(page.locator("main").innerText()).contains("Đã đóng băng.", "Đang giữ", SOME_DOCUMENT);
            page.locator("table a").first().click();
            page.locator("main form button").click();
            assertThat(page.locator("main").innerText()).contains("Đã gỡ đóng băng.");
            page.locator("#months-ACCESS").fill("36");
            page.locator("#months-ACCESS").press("Enter");
            assertThat(page.locator("main").innerText()).contains("Đã lưu thời hạn.");
            assertThat(page.locator("#months-ACCESS").inputValue()).isEqualTo("36");
        }
    }

    @Test
    void keepsASearchAndOpensItAgain(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            page.navigate(origin + "/events?period=7d&outcome=BLOCKED");
            page.getByText("Lưu tìm kiếm này").first().click();
            page.locator("#name").fill("Bị chặn tuần này");
            page.locator("form[action='/events/saved'] button").click();
            assertThat(page.locator("main").innerText()).contains("Đã lưu tìm kiếm “Bị chặn tuần này”");
            page.locator("summary").first().click();
            page.getByText("Bị chặn tuần này", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("#outcome").inputValue()).isEqualTo("BLOCKED");
            assertThat(page.locator("#period").inputValue()).isEqualTo("7d");
        }
    }

    @Test
    void refusesOthersAndStaysInTheBudget(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            signIn(page, account(Role.CLERK, "Văn Thư"));
            for (String path :
                    List.of("/events", "/access", "/integrity", "/alerts", "/exports", "/retention", "/dossiers")) {
                assertThat(page.navigate(origin + path).status()).as(path).isEqualTo(403);
            }
        }
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = officer(context);
            assertThat(page.navigate(origin + "/outgoing/1").status()).isEqualTo(403);
            PageCheck check = new PageCheck(page);
            page.navigate(origin + "/events?period=30d");
            PageCheck.Load load = check.load();
            assertThat(load.html()).as("octets of the page").isLessThan(15_000);
            assertThat(load.octets()).as("octets of a repeated load").isLessThan(15_000);
            page.locator("header").getByText("Đăng xuất").click();
            assertThat(page.url()).contains("/sign-in");
        }
    }

    private static void waitUntil(Page page, String url, String place, String text) {
        for (int attempt = 0; attempt < 50 && !page.locator(place).innerText().contains(text); attempt++) {
            page.waitForTimeout(200);
            page.navigate(url);
        }
        assertThat(page.locator(place).innerText()).contains(text);
    }

    private Page officer(BrowserContext context) {
        LoginName login = account(Role.SECURITY_OFFICER, "Lê Thị Sáu");
        Authenticator phone = new Authenticator(factors.handOut(login).reveal());
        Page page = context.newPage();
        signIn(page, login);
        page.getByLabel("Mã xác thực").fill(phone.code(clock.instant()));
        page.locator("main button").click();
        return page;
    }

    private void signIn(Page page, LoginName login) {
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
    }

    private LoginName account(Role role, String name) {
        LoginName login = new LoginName("desk" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, name, Set.of(role), Set.of());
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
