package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.node.client.Answer;
import vn.lienthong.node.client.DirectoryClient;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;

/** What administrators see of connected programs, in a sandbox, in a real browser. */
@ExtendWith(ChromiumExtension.class)
class SandboxPagesIT {

    private static final List<String> PAGES = List.of(
            "/integration",
            "/integration/keys",
            "/integration/keys/new",
            "/integration/docs",
            "/integration/docs?q=qua+han",
            "/integration/roles",
            "/integration/health",
            "/integration/sandbox",
            "/integration/sandbox/reset",
            "/directory/tree");

    private static Page signedIn(BrowserContext context, SandboxUnderTest sandbox) {
        Endpoints.User administrator = sandbox.administrator();
        Page page = context.newPage();
        page.navigate(sandbox.origin() + "/sign-in");
        page.locator("#login").fill(administrator.login());
        page.locator("#password").fill(administrator.password());
        page.locator("main button").click();
        String secret = administrator.totpSecret();
        assertThat(secret).isNotNull();
        page.locator("#code")
                .fill(PhoneCode.at(String.valueOf(secret), Clock.systemUTC().instant()));
        page.locator("main button").first().click();
        page.waitForURL("**/accounts");
        return page;
    }

    @Test
    void everyPageIsAccessibleAndFits(Window window) throws IOException, StepFailedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, sandbox);
            PageCheck check = new PageCheck(page);
            for (int width : new int[] {1024, 360}) {
                page.setViewportSize(width, 640);
                for (String path : PAGES) {
                    assertThat(page.navigate(sandbox.origin() + path).status()).isEqualTo(200);
                    assertThat(page.locator(".lt-training__mark").innerText()).contains("MÔI TRƯỜNG THỬ");
                    check.passes(path + " at " + width);
                    check.picture(("sandbox" + path + "-" + width).replaceAll("[^a-z0-9]+", "-"));
                }
            }
            keys(page, sandbox);
            steer(page, sandbox);
        }
    }

    /** A key is shown once, opens the door, is replaced with an overlap and withdrawn for good. */
    private static void keys(Page page, SandboxUnderTest sandbox) throws IOException {
        page.navigate(sandbox.origin() + "/integration/keys/new");
        page.locator("#label").fill("");
        page.locator("#networks").fill("không phải mạng");
        page.locator("main form button").click();
        assertThat(page.locator("#problem").innerText()).contains("ký tự", "mạng");
        page.locator("#agency").selectOption("I07.03");
        page.locator("#label").fill("Phần mềm B");
        page.locator("#networks").fill("127.0.0.0/8");
        page.locator("main form button").click();
        String first = page.locator("#token").innerText();
        assertThat(opens(sandbox, first)).isTrue();
        page.getByText("Đã cất khóa").click();
        assertThat(page.content()).doesNotContain(first.substring(first.lastIndexOf('_') + 1));
        String address = page.url();
        page.locator("#rotate button").click();
        String second = page.locator("#token").innerText();
        assertThat(second).isNotEqualTo(first);
        assertThat(opens(sandbox, first)).isTrue();
        assertThat(opens(sandbox, second)).isTrue();
        page.navigate(address);
        assertThat(page.locator("main").innerText()).contains("đang thay");
        page.getByText("Thu hồi khóa").click();
        page.locator("main form button").click();
        assertThat(page.locator("#notice").innerText()).contains("Đã thu hồi", "Phần mềm B");
        assertThat(opens(sandbox, first)).isFalse();
        assertThat(opens(sandbox, second)).isTrue();
    }

    private static boolean opens(SandboxUnderTest sandbox, String key) throws IOException {
        try (DirectoryClient client = sandbox.directory(key)) {
            return client.search("H99.07") instanceof Answer.Given;
        }
    }

    private static void steer(Page page, SandboxUnderTest sandbox) throws IOException {
        page.navigate(sandbox.origin() + "/integration/sandbox");
        page.locator("#clock button").click();
        assertThat(page.locator("#notice").innerText()).contains("Đồng hồ");
        page.locator("#run button").click();
        assertThat(page.locator("#problem").innerText()).contains("tên hệ thống");
        page.locator("#system").fill("Hệ thống C");
        page.locator("#run button").click();
        assertThat(page.locator("main").innerText()).contains("Hệ thống C", "Chưa đạt");
        Download report =
                page.waitForDownload(() -> page.getByText("Tải báo cáo").first().click());
        Path file = Path.of("target", "screenshots", "conformance.pdf");
        report.saveAs(file);
        assertThat(Files.size(file)).isPositive();
        page.navigate(sandbox.origin() + "/integration/sandbox/reset?agency=A45.01");
        page.locator("main form button").click();
        assertThat(page.locator("#notice").innerText()).contains("A45.01");
    }

    @Test
    void showsNothingOfThisToOthers(Window window) throws IOException, StepFailedException {
        SandboxUnderTest sandbox = SandboxUnderTest.shared();
        Endpoints.User clerk = sandbox.node().users().stream()
                .filter(user -> user.login().equals("clerk.h99.07"))
                .findFirst()
                .orElseThrow();
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = context.newPage();
            page.navigate(sandbox.origin() + "/sign-in");
            page.locator("#login").fill(clerk.login());
            page.locator("#password").fill(clerk.password());
            page.locator("main button").click();
            assertThat(page.navigate(sandbox.origin() + "/integration/keys").status())
                    .isEqualTo(403);
            assertThat(page.navigate(sandbox.origin() + "/training").status()).isEqualTo(404);
            assertThat(page.navigate(sandbox.origin() + "/directory/tree?q=mttq")
                            .status())
                    .isEqualTo(200);
            assertThat(page.locator("#tree").innerText()).contains("I07.03").doesNotContain("H99.07");
        }
    }
}
