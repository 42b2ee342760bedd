package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;

/** What leaves: numbered, sent to many, taken back in time, recalled, replaced. */
record SendingDay(Stage stage, Window window) {

    private static final String TO_COMMUNE = "- Ủy ban nhân dân xã Hương Giang;";

    void sendsToAllCommunesAfterSecondThoughts() throws IOException, PdfSigningException {
        Page page = stage.province().page(window);
        Composing document = new Composing(stage.north(), page, true);
        String path = document.begin("Về việc triển khai tới toàn thể các xã");
        document.recipients(TwoNodes.block(), TwoNodes.communes().size());
        document.signAndCheck();
        new PageCheck(page).passes("check of twenty-three");
        Locator button = document.button();
        assertThat(button.innerText()).matches("Cấp số \\S+ và gửi 23 nơi");
        button.click();
        assertThat(Desk.notice(page)).matches("(?s).*Đã cấp số \\S+, gửi tới 23 nơi.*");
        String code = page.locator("h1").innerText();
        page.getByText("Hoàn tác gửi").click();
        assertThat(Desk.notice(page)).contains("Chưa có gì rời đi");
        assertThat(page.locator("#facts").innerText()).contains("Số đã cấp: " + code);
        page.getByText("Kiểm tra trước khi gửi").click();
        page.locator(".lt-checks input").all().forEach(Locator::check);
        assertThat(document.button().innerText()).isEqualTo("Gửi số " + code + " tới 23 nơi");
        document.button().click();
        assertThat(page.locator("main").innerText()).contains("Hoàn tác gửi").doesNotContain("Đã đến");
        stage.nodes().clock().advance(Duration.ofSeconds(31));
        stage.north().openUntil(page, path, "#journeys", SendingDay::allArrived);
        stage.north().openUntil(page, "/tracking", "main", text -> text.contains(code));
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(code)).waitFor();
    }

    private static boolean allArrived(String journeys) {
        return journeys.split("Đã đến", -1).length == TwoNodes.communes().size() + 1;
    }

    void recallsAndReadsTheAnswer() throws IOException, PdfSigningException {
        String sent = stage.send(window, "Về việc ban hành nhầm", TO_COMMUNE, 1);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true);
                BrowserContext other = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page clerk = stage.south().signedIn(other, stage.people().commune());
            String arrived = stage.openArrived(clerk, "ban hành nhầm");
            clerk.keyboard().press("Control+Enter");
            clerk.waitForURL(url -> !url.endsWith(arrived));
            Page page = stage.north().signedIn(context, stage.people().province());
            stage.north().openUntil(page, sent, "#journeys", text -> text.contains("Đã tiếp nhận"));
            act(page, "recall", "Nhầm mẫu dấu, đề nghị hủy.", "");
            stage.south().openUntil(clerk, arrived, "main", text -> text.contains("Bên gửi đề nghị lấy lại"));
            clerk.getByText("Xem và trả lời").click();
            assertThat(clerk.locator("main").innerText()).contains("Nhầm mẫu dấu, đề nghị hủy.");
            clerk.locator("#decision-agree").check();
            clerk.locator("main form button").last().click();
            assertThat(Desk.notice(clerk)).contains("Đã gửi trả lời");
            stage.south().open(clerk, arrived);
            assertThat(clerk.locator("main").innerText()).contains("ban hành nhầm");
            stage.north().openUntil(page, sent, "#journeys", text -> text.contains("Đồng ý lấy lại"));
        }
    }

    void replacesADocument() throws IOException, PdfSigningException {
        String wrong = stage.send(window, "Về việc có số liệu sai", TO_COMMUNE, 1);
        stage.send(window, "Về việc có số liệu đúng", TO_COMMUNE, 1);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true);
                BrowserContext other = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.north().signedIn(context, stage.people().province());
            stage.north().openUntil(page, wrong, "#journeys", text -> text.contains("Đã đến"));
            act(page, "replace", "Số liệu bảng 2 sai.", "số liệu đúng");
            Page clerk = stage.south().signedIn(other, stage.people().commune());
            String arrived = stage.openArrived(clerk, "có số liệu sai");
            stage.south().openUntil(clerk, arrived, "main", text -> text.contains("Xem và trả lời"));
            clerk.getByText("Xem và trả lời").click();
            assertThat(clerk.locator("h1").innerText()).contains("Bên gửi thay thế văn bản");
            clerk.locator("#decision-agree").check();
            clerk.locator("main form button").last().click();
            assertThat(Desk.notice(clerk)).contains("Đã gửi trả lời");
        }
    }

    private void act(Page page, String act, String reason, String other) {
        page.locator("a[href^='/recalls/']").first().click();
        for (Locator box : page.locator("#recipients input").all()) {
            box.check();
        }
        page.locator("#act-" + act).check();
        page.locator("#reason").fill(reason);
        if (!other.isEmpty()) {
            String choice = page.locator("#other option", new Page.LocatorOptions().setHasText(other))
                    .first()
                    .getAttribute("value");
            page.locator("#other").selectOption(choice);
        }
        page.locator("main form button").last().click();
        assertThat(Desk.notice(page)).contains("Đã gửi đến 1 nơi nhận");
    }
}
