package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** When the line is slow or gone, scripts are off, the session ends, or letters are composed key by key. */
record HardDay(Stage stage, Window window) {

    private static final int OCTETS_EACH_SECOND = 256_000 / 8;
    private static final int LATENCY_MILLIS = 400;
    private static final Duration COLD = Duration.ofSeconds(10);
    private static final Duration WARM = Duration.ofSeconds(4);

    void worksWithoutScripts() throws IOException, PdfSigningException {
        String subject = "Về việc làm không cần JavaScript";
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, false);
                BrowserContext other = window.open(Stage.WIDTH, Stage.HEIGHT, false)) {
            Page page = stage.north().signedIn(context, stage.people().province());
            String sent =
                    new Composing(stage.north(), page, false).sendNow(subject, "- Ủy ban nhân dân xã Hương Giang;", 1);
            Page clerk = stage.south().signedIn(other, stage.people().commune());
            stage.openArrived(clerk, subject);
            clerk.locator("button[name=then]").last().click();
            assertThat(Desk.notice(clerk)).contains("Đã tiếp nhận văn bản");
            clerk.getByText("Vào sổ", new Page.GetByTextOptions().setExact(true))
                    .click();
            clerk.locator("main form button[value='']").click();
            assertThat(Desk.notice(clerk)).contains("đã vào sổ, số đến");
            stage.north().openUntil(page, sent, "#journeys", text -> text.contains("Đã tiếp nhận"));
        }
    }

    void letsPeopleComposeLettersKeyByKey() {
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            stage.south().open(page, "/incoming/new");
            CDPSession keys = context.newCDPSession(page);
            page.locator("#sender").focus();
            for (String step : List.of("H", "Hu", "Huo", "Hươ", "Hươn", "Hương")) {
                keys.send("Input.imeSetComposition", composition(step));
            }
            press(keys, "Enter", 0);
            press(keys, "Enter", 2);
            assertThat(page.locator("#problem").count())
                    .as("sent while composing")
                    .isZero();
            assertThat(page.locator("#sender").inputValue()).contains("Hương");
            JsonObject text = new JsonObject();
            text.addProperty("text", "Hương");
            keys.send("Input.insertText", text);
            page.keyboard().type(" Giang?");
            assertThat(page.locator("#sender").inputValue()).isEqualTo("Hương Giang?");
            assertThat(page.locator("#keys").getAttribute("open")).isNull();
            page.keyboard().press("Control+Enter");
            page.locator("#problem").waitFor();
            assertThat(page.locator("#sender").inputValue()).isEqualTo("Hương Giang?");
        }
    }

    private static JsonObject composition(String text) {
        JsonObject told = new JsonObject();
        told.addProperty("text", text);
        told.addProperty("selectionStart", text.length());
        told.addProperty("selectionEnd", text.length());
        return told;
    }

    /** A key as the input method passes it on while letters are composed. */
    private static void press(CDPSession keys, String key, int modifiers) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "rawKeyDown");
        event.addProperty("key", key);
        event.addProperty("code", key);
        event.addProperty("windowsVirtualKeyCode", 229);
        event.addProperty("modifiers", modifiers);
        keys.send("Input.dispatchKeyEvent", event);
    }

    void keepsWhatIsTypedWhileTheLineIsGone() {
        Page page = stage.province().page(window);
        stage.north().open(page, "/outgoing");
        page.locator("form.lt-actions button").click();
        page.context().setOffline(true);
        page.locator("#subject").fill("Về việc gõ khi mất mạng");
        page.locator("#saved", new Page.LocatorOptions().setHasText("mất kết nối"))
                .waitFor();
        page.getByText("Lưu nháp").last().click();
        assertThat(page.locator("#offline").innerText()).contains("Mất kết nối", "chưa gửi gì");
        assertThat(page.locator("#subject").inputValue()).isEqualTo("Về việc gõ khi mất mạng");
        page.context().setOffline(false);
        page.locator("#saved", new Page.LocatorOptions().setHasText("Đã lưu nháp"))
                .waitFor();
        page.reload();
        assertThat(page.locator("#subject").inputValue()).isEqualTo("Về việc gõ khi mất mạng");
    }

    void losesNoWordWhenTheSessionEnds() {
        losesNoWord(true);
        losesNoWord(false);
    }

    private void losesNoWord(boolean scripts) {
        LoginName login = stage.people().colleague();
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, scripts)) {
            Page page = stage.south().signedIn(context, login);
            stage.south().open(page, "/incoming/new");
            page.locator("#sender").fill("Hội Nông dân xã");
            page.locator("#subject").fill("Về việc chữ gõ dở khi hết phiên");
            page.locator("#type").selectOption("Báo cáo");
            assertThat(stage.nodes().south().get(Accounts.class).endSessions(login))
                    .isTrue();
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator("#lost-form").innerText()).contains("Chưa có gì được thực hiện");
            page.locator("#login").fill(login.value());
            page.locator("#password").fill(TwoNodes.PASSWORD);
            page.locator("form[action='/sign-in'] button").click();
            assertThat(page.url()).endsWith("/incoming/new");
            assertThat(page.locator("#kept-form").innerText()).contains("chưa được thực hiện");
            assertThat(page.locator("#sender").inputValue()).isEqualTo("Hội Nông dân xã");
            assertThat(page.locator("#subject").inputValue()).isEqualTo("Về việc chữ gõ dở khi hết phiên");
            assertThat(page.locator("#type").inputValue()).isEqualTo("Báo cáo");
        }
    }

    void opensSoonOnASlowLine() {
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            CDPSession line = context.newCDPSession(page);
            line.send("Network.enable");
            line.send("Network.clearBrowserCache");
            JsonObject slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", LATENCY_MILLIS);
            slow.addProperty("downloadThroughput", OCTETS_EACH_SECOND);
            slow.addProperty("uploadThroughput", OCTETS_EACH_SECOND);
            line.send("Network.emulateNetworkConditions", slow);
            assertThat(timed(page, "/incoming?tab=all")).as("cold").isLessThan(COLD);
            assertThat(timed(page, "/incoming?tab=all")).as("again").isLessThan(WARM);
            assertThat(timed(page, "/")).as("the desk").isLessThan(WARM);
        }
    }

    private Duration timed(Page page, String path) {
        long start = System.nanoTime();
        stage.south().open(page, path);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
