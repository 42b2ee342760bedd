package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** From the clerk over the leader's phone to the officer, and back to the sender. */
record LeadersDay(Stage stage, Window window) {

    void instructsWithThreeTaps() throws IOException, PdfSigningException {
        String sent = stage.send(window, "Về việc cần ý kiến lãnh đạo", "- Ủy ban nhân dân xã Hương Giang;", 1);
        submit();
        try (BrowserContext phone = window.open(360, 640, true)) {
            Page page = stage.south().signedIn(phone, stage.people().leader());
            stage.south().open(page, "/opinions");
            page.locator(".lt-cards a").first().click();
            page.locator("#phrase-lead").check();
            page.locator("#lead").selectOption("p-" + stage.people().officer().value());
            page.locator("button[value=next]").click();
            assertThat(Desk.notice(page)).contains("Đã gửi ý kiến chỉ đạo");
        }
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().officer());
            stage.south().open(page, "/tasks");
            page.locator("#tasks tbody a").first().click();
            assertThat(page.locator("main").innerText()).contains("Giao Đỗ Thị Viên chủ trì, tham mưu.");
            page.locator("button[value=take]").click();
            page.locator("#result").fill("Đã có văn bản trả lời.");
            page.locator("#reply").fill("77/UBND");
            page.locator("button[value=complete]").click();
        }
        Page page = stage.province().page(window);
        stage.north().openUntil(page, sent, "#journeys", text -> text.contains("Hoàn thành"));
    }

    private void submit() {
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            String path = stage.openArrived(page, "cần ý kiến lãnh đạo");
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> !url.endsWith(path));
            stage.south().open(page, path + "/submit");
            page.locator("#leader").selectOption("p-" + stage.people().leader().value());
            page.locator("button[value=submit]").click();
        }
    }
}
