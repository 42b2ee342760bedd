package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** Numbers of the Government and of the Party side by side, and what the first of January does to them. */
record NumberingDay(Stage stage, Window window) {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Pattern NUMBER = Pattern.compile("Cấp số (\\d+)[/-]");
    private static final String TO_COMMUNE = "- Ủy ban nhân dân xã Hương Giang;";

    void numbersGovernmentAndPartySideBySide() throws IOException, PdfSigningException {
        Page page = stage.province().page(window);
        assertThat(wouldSend(page, TwoNodes.PROVINCE.value(), "Tờ trình")).matches("Cấp số \\d+/TTr-UBND và gửi 1 nơi");
        assertThat(wouldSend(page, TwoNodes.PARTY.value(), "Báo cáo")).matches("Cấp số 0?1-BC/TU và gửi 1 nơi");
    }

    private String wouldSend(Page page, String agency, String type) throws IOException, PdfSigningException {
        Composing document = new Composing(stage.north(), page, true);
        document.begin("Về việc đánh số " + type, agency);
        page.locator("#type").selectOption(type);
        document.recipients(TO_COMMUNE, 1);
        document.signAndCheck();
        return document.button().innerText();
    }

    /** Moves the clock of all; nothing else may be played afterwards. */
    void beginsAnewOnTheFirstOfJanuary() throws IOException, PdfSigningException {
        stage.send(window, "Về việc của năm cũ, vào sổ năm mới", TO_COMMUNE, 1);
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            stage.openArrived(page, "vào sổ năm mới");
        }
        int year = moveToJanuary();
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.south().signedIn(context, stage.people().commune());
            stage.openArrived(page, "vào sổ năm mới");
            page.keyboard().press("Control+Enter");
            assertThat(Desk.notice(page)).contains("đã vào sổ, số đến 1.");
            stage.south().open(page, "/registers");
            assertThat(page.locator("main").innerText()).contains(Integer.toString(year), Integer.toString(year - 1));
        }
        try (BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true)) {
            Page page = stage.north().signedIn(context, stage.people().province());
            assertThat(number(wouldSend(page, TwoNodes.PROVINCE.value(), "Tờ trình")))
                    .isEqualTo(1);
        }
    }

    private int moveToJanuary() {
        var now = stage.nodes().clock().instant();
        int year = now.atOffset(VIETNAM).getYear() + 1;
        var morning = LocalDate.of(year, Month.JANUARY, 4).atTime(9, 0).toInstant(VIETNAM);
        stage.nodes().clock().advance(Duration.between(now, morning));
        return year;
    }

    private static int number(String button) {
        Matcher number = NUMBER.matcher(button);
        assertThat(number.find()).as(button).isTrue();
        return Integer.parseInt(number.group(1));
    }
}
