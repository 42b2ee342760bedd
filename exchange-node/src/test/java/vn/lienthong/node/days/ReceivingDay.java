package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** What arrives: taken in with one key, refused in words that the sender reads, and touched by two at once. */
record ReceivingDay(Stage stage, Window window) {

    private static final String TO_COMMUNE = "- Ủy ban nhân dân xã Hương Giang;";
    private static final String TO_NEIGHBOUR = "- Ủy ban nhân dân xã Phú Xuân;";

    void takesInWithOneKeyAndOpensTheNext() throws IOException, PdfSigningException {
        String first = stage.send(window, "Về việc nhận một phím, văn bản thứ nhất", TO_COMMUNE, 1);
        stage.send(window, "Về việc nhận một phím, văn bản thứ hai", TO_COMMUNE, 1);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            stage.south().openUntil(page, "/incoming", "#queue", text -> text.contains("văn bản thứ hai"));
            String path = stage.openArrived(page, "một phím, văn bản thứ nhất");
            assertThat(page.locator(".lt-checks").innerText()).contains("chữ ký cơ quan hợp lệ", "nguyên vẹn");
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> !url.endsWith(path));
            assertThat(Desk.notice(page)).contains("đã vào sổ, số đến");
            String second = page.url();
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> !url.equals(second));
            assertThat(Desk.notice(page)).contains("đã vào sổ, số đến");
            stage.south().open(page, path);
            assertThat(page.locator("main").innerText()).contains("Đã vào sổ", "Trần Thị Ba");
        }
        Page page = stage.province().page(window);
        stage.north().openUntil(page, first, "#journeys", text -> text.contains("Đã tiếp nhận"));
    }

    void refusesInWordsThatTheSenderReads() throws IOException, PdfSigningException {
        String words = "Thiếu Phụ lục II; đề nghị gửi lại đủ “bản A” & <bản B> trước 15 giờ.";
        String sent = stage.send(window, "Về việc sẽ bị từ chối", TO_NEIGHBOUR, 1);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().neighbour());
            stage.openArrived(page, "sẽ bị từ chối");
            page.getByText("Từ chối tiếp nhận").first().click();
            page.locator("#reason").selectOption("INCOMPLETE");
            page.locator("#text").fill(words);
            page.locator("button[value=look]").click();
            assertThat(page.locator("#seen").innerText()).contains(words);
            page.keyboard().press("Control+Enter");
            assertThat(Desk.notice(page)).contains("Đã từ chối văn bản");
        }
        Page page = stage.province().page(window);
        stage.north().openUntil(page, sent, "#journeys", text -> text.contains(words));
        stage.north().open(page, "/");
        assertThat(page.locator("main").innerText()).contains("Về việc sẽ bị từ chối");
    }

    void tellsTheSlowerOfTwoWhoWasFaster() throws IOException, PdfSigningException {
        stage.send(window, "Về việc hai người cùng mở", TO_COMMUNE, 1);
        try (BrowserContext one = window.open(Stage.WIDTH, Stage.HEIGHT, true);
                BrowserContext two = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page fast = stage.south().signedIn(one, stage.people().commune());
            Page slow = stage.south().signedIn(two, stage.people().colleague());
            String path = stage.openArrived(fast, "hai người cùng mở");
            stage.south().open(slow, path + "/refuse");
            slow.locator("#reason").selectOption("OTHER");
            slow.locator("#text").fill("Chữ này đã gõ mất công, không được mất.");
            slow.locator("button[value=look]").click();
            fast.keyboard().press("Control+Enter");
            fast.waitForURL(url -> !url.endsWith(path));
            slow.locator("button[value=send]").click();
            assertThat(slow.locator("#overtaken").innerText()).contains("Trần Thị Ba", "chưa được thực hiện");
            assertThat(slow.locator("#typed").inputValue()).contains("Chữ này đã gõ mất công");
        }
    }
}
