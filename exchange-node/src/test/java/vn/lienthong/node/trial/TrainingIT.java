package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.node.client.Connection;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.client.RefusedException;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;
import vn.lienthong.node.testing.TestDirectories;
import vn.lienthong.node.training.TrainingAgency;

/** The installation for training as it is started for people, in a real browser. */
@ExtendWith(ChromiumExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ROUNDS = 120;
    private static final int ROUND_MILLIS = 500;
    private static final String MARK = "TẬP HUẤN – văn bản ở đây không có giá trị";
    private static final String BINARIES =
            "lienthong.database.binaries=" + Path.of("target", "mariadb").toAbsolutePath();

    private Path root = Path.of("");
    private Optional<Site> site = Optional.empty();
    private Narrator narrator = new Narrator(new PrintWriter(System.err, false, StandardCharsets.UTF_8));

    @BeforeAll
    void start() throws IOException, StepFailedException {
        root = TestDirectories.fresh("training");
        narrator = new Narrator(new PrintWriter(Files.newBufferedWriter(root.resolve("story.log"))));
        List<String> jvm = new ArrayList<>(JvmOptions.withHeap("384m"));
        jvm.addAll(List.of("-XX:+UseSerialGC", "-Dlienthong.testing=true"));
        jvm.addAll(ProgramUnderTest.quickStart());
        List<String> more = new ArrayList<>(TrainingCommand.arguments());
        more.addAll(List.of("--set", BINARIES));
        Site.ServerOptions options = new Site.ServerOptions(
                Program.ofJar(ProgramUnderTest.jar()), jvm, Map.of(), more, false, LIMIT, Duration.ofSeconds(30));
        Site started = new Site(root.resolve("site"), Cast.training(), narrator, options);
        site = Optional.of(started);
        started.start();
    }

    @AfterAll
    void stop() {
        site.ifPresent(Site::close);
    }

    private Endpoints endpoints() {
        return site.orElseThrow().endpoints();
    }

    private String origin() {
        String url = endpoints().nodes().getFirst().baseUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Page signedIn(BrowserContext context, String role) {
        Endpoints.User user = endpoints().nodes().getFirst().users().stream()
                .filter(one -> one.login().equals(role + ".h99.07"))
                .findFirst()
                .orElseThrow();
        Page page = context.newPage();
        page.navigate(origin() + "/sign-in");
        assertThat(page.title()).startsWith("[TẬP HUẤN] ");
        assertThat(page.locator(".lt-training__mark").innerText()).contains(MARK);
        page.locator("#login").fill(user.login());
        page.locator("#password").fill(user.password());
        page.locator("main button").click();
        return page;
    }

    @Test
    void everyPageIsFramedAndAccessible(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, "clerk");
            PageCheck check = new PageCheck(page);
            for (int width : new int[] {1366, 1024, 360}) {
                page.setViewportSize(width, 640);
                for (String path : List.of("/training", "/training/sheet", "/", "/incoming", "/registers")) {
                    page.navigate(origin() + path);
                    assertThat(page.locator(".lt-training__mark").innerText()).contains(MARK);
                    assertThat(page.title()).startsWith("[TẬP HUẤN] ");
                    check.passes(path + " at " + width);
                    check.picture("training" + path.replace('/', '-') + "-" + width);
                }
            }
            page.navigate(origin() + "/training?lang=en");
            check.passes("English");
            assertThat(page.locator("#lessons h2")).isNotNull();
            page.navigate(origin() + "/training?lang=vi");
        }
    }

    @Test
    void leadersSeeTheTasksAndOthersDoNot(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, "leader");
            page.navigate(origin() + "/training");
            assertThat(page.locator("#lessons section").count()).isEqualTo(6);
        }
        Endpoints.User stranger = endpoints().nodes().getFirst().users().stream()
                .filter(one -> one.login().equals("clerk.h99.01"))
                .findFirst()
                .orElseThrow();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            page.navigate(origin() + "/sign-in");
            page.locator("#login").fill(stranger.login());
            page.locator("#password").fill(stranger.password());
            page.locator("main button").click();
            assertThat(page.navigate(origin() + "/training").status()).isEqualTo(404);
        }
    }

    @Test
    void findsOutByItselfWhatWasDone(Window window) {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, "clerk");
            receive(page);
            awaitDone(page, "receive");
            refuse(page);
            awaitDone(page, "refuse");
            find(page);
            awaitDone(page, "find");
            String sent = send(page);
            awaitDone(page, "send");
            page.navigate(sent);
            page.locator("button[name=recipient][value='" + TrainingAgency.UPSTREAM.code() + "']")
                    .first()
                    .click();
            awaitDone(page, "remind");
            recall(page, sent);
            print(page);
            awaitSteps(page, "recall", 3);
            new PageCheck(page).picture("training-played");
            page.locator("#receive form button").click();
            assertThat(page.locator("#receive h2").innerText()).contains("Chưa làm");
            assertThat(page.locator("#refuse h2").innerText()).contains("Xong");
        }
    }

    private void receive(Page page) {
        open(page, "111/VP-VX");
        page.locator("button[name=then]").first().click();
        assertThat(page.locator("#notice").innerText()).contains("111/VP-VX", "đã vào sổ");
    }

    private void refuse(Page page) {
        open(page, "116/STC-NS");
        assertThat(page.locator(".lt-checks").innerText()).contains("không");
        open(page, "115/CV/BTCTU");
        page.getByText("Từ chối tiếp nhận").first().click();
        page.locator("#reason").selectOption("WRONG_ADDRESSEE");
        page.locator("#text").fill("Văn bản đề tên xã Thượng Nguồn, đề nghị gửi đúng nơi.");
        page.locator("button[value=look]").click();
        page.locator("button[value=send]").click();
    }

    private void find(Page page) {
        page.navigate(origin() + "/search?q=ngay+hoi+dai+doan+ket");
        page.locator("main a", new Page.LocatorOptions().setHasText("117/TB-MTTQ-BTT"))
                .first()
                .click();
    }

    /** Waits until it has come and was checked, and opens it. */
    private void open(Page page, String code) {
        for (int round = 0; round < ROUNDS; round++) {
            page.navigate(origin() + "/incoming?tab=all");
            Locator link = page.locator("a", new Page.LocatorOptions().setHasText(code));
            if (link.count() > 0) {
                link.first().click();
                return;
            }
            page.waitForTimeout(ROUND_MILLIS);
        }
        throw new AssertionError(code + " did not come");
    }

    private String send(Page page) {
        byte[] letter = page.request().get(origin() + "/training/letter.pdf").body();
        page.navigate(origin() + "/outgoing");
        page.locator("form.lt-actions button").click();
        page.locator("#main-file").setInputFiles(new FilePayload("bao-cao.pdf", "application/pdf", letter));
        page.getByText("Ký bởi").waitFor();
        assertThat(page.locator("#subject").inputValue()).startsWith("Kết quả tiếp công dân quý IV");
        page.locator("#block")
                .fill("Nơi nhận:\n- " + TrainingAgency.PROVINCE.title() + ";\n- "
                        + TrainingAgency.PARTY_COMMITTEE.title() + ";\n- " + TrainingAgency.UPSTREAM.title() + ";");
        page.getByText("Thêm từ khối này").click();
        assertThat(page.locator("#recipients-title").innerText()).contains("(3)");
        page.getByText("Ký số…").click();
        page.getByText("Ký bằng chữ ký số của cơ quan").click();
        page.getByText("Cơ quan đã ký").waitFor();
        page.getByText("Kiểm tra trước khi gửi").click();
        for (Locator box : page.locator(".lt-checks input").all()) {
            box.check();
        }
        page.locator("form button.govuk-button").last().click();
        return page.url();
    }

    private static void recall(Page page, String sent) {
        page.navigate(sent);
        page.getByText("Lấy lại, thay thế, đính chính").first().click();
        page.locator("#recipient-"
                        + TrainingAgency.PARTY_COMMITTEE.code().value().replace(".", "\\."))
                .check();
        page.locator("#reason").fill("Số liệu trong báo cáo chưa đúng.");
        page.getByText("Gửi đến nơi nhận đã chọn").click();
    }

    private void print(Page page) {
        page.navigate(origin() + "/registers");
        page.locator("main table a[href^='/registers/']").first().click();
        Download download =
                page.waitForDownload(() -> page.getByText("In sổ (A4").first().click());
        assertThat(download.suggestedFilename()).startsWith("TAP-HUAN-");
        download.saveAs(Path.of("target", "screenshots", "training-register.pdf"));
    }

    private void awaitDone(Page page, String lesson) {
        await(page, "#" + lesson + ".lt-lesson--done");
    }

    /** So many steps of the task are done. */
    private void awaitSteps(Page page, String lesson, int steps) {
        for (int round = 0; round < ROUNDS; round++) {
            page.navigate(origin() + "/training");
            if (page.locator("#" + lesson + " li .lt-state--done").count() >= steps) {
                return;
            }
            page.waitForTimeout(ROUND_MILLIS);
        }
        throw new AssertionError(page.locator("#" + lesson).innerText());
    }

    private void await(Page page, String selector) {
        for (int round = 0; round < ROUNDS; round++) {
            page.navigate(origin() + "/training");
            if (page.locator(selector).count() > 0) {
                return;
            }
            page.waitForTimeout(ROUND_MILLIS);
        }
        throw new AssertionError(selector + " in " + page.locator("#lessons").innerText());
    }

    /** With a valid token of its directory, and without saying that it is for training. */
    @Test
    void aRealNodeIsRefused() throws IOException, RefusedException {
        Endpoints.Installation directory = endpoints().directory();
        Connection connection = Connection.to(
                directory.baseUrl(),
                Optional.of(Path.of(directory.caCertificate())),
                Optional.ofNullable(directory.apiKey()).map(Secret::new));
        Path token = root.resolve("token");
        try (DirectoryClient administration = DirectoryClient.open(connection)) {
            String text =
                    administration.registerNode("that", "Nút thật").orThrow().token();
            PrivateFiles.write(token, text.getBytes(StandardCharsets.US_ASCII));
        }
        ChildProcess real = ChildProcess.start(
                "that",
                ProgramUnderTest.quickStart(),
                Program.ofJar(ProgramUnderTest.jar()),
                List.of(
                        "node",
                        "--data",
                        root.resolve("real").toString(),
                        "--port",
                        "0",
                        "--exchange-port",
                        "0",
                        "--directory",
                        directory.baseUrl().toString(),
                        "--enrol-token-file",
                        token.toString(),
                        "--set",
                        BINARIES),
                root.resolve("real.log"),
                line -> {});
        assertThat(real.awaitEnd(LIMIT)).isTrue();
        assertThat(real.account()).contains("exit code 3", "the directory is one for training");
    }
}
