package vn.lienthong.node.trial;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.AdministrativeLetterPdf;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;

/** A clerk at the desk of a real node, in a browser without scripts; signs in again whenever the node was away. */
final class DeskUnderTest implements AutoCloseable {

    private final NodeUnderTest node;
    private final String agency;
    private final BrowserContext context;
    private final Page page;

    DeskUnderTest(NodeUnderTest node, String agency, Window window) {
        this.node = node;
        this.agency = agency;
        this.context = window.open(1366, 900, false);
        this.page = context.newPage();
    }

    /** Opens a page, signed in. */
    Page open(String path) throws IOException {
        page.navigate(origin() + path);
        if (page.url().contains("/sign-in")) {
            FirstAccounts.Login login = node.login("CLERK", agency);
            page.locator("#login").fill(login.login());
            page.locator("#password").fill(login.password());
            page.locator("form[action='/sign-in'] button").click();
            page.navigate(origin() + path);
        }
        return page;
    }

    /** Where the node's pages are. */
    String origin() {
        return node.place().baseUrl().toString();
    }

    /** The address of the first such link on the open page. */
    String href(String link) {
        return page.locator(link).first().getAttribute("href");
    }

    /** Presses a button of the open page; the node may die of it. */
    void press(String button) {
        try {
            page.locator(button).first().click();
        } catch (PlaywrightException nodeIsGone) {
            // What came of it is in the database.
            page.isClosed();
        }
    }

    /** Writes a letter with an annex of the same text and the agency's signature, ready to be checked; its address. */
    String draft(String subject, String text, String recipient) throws IOException {
        open("/outgoing").locator("form.lt-actions button").click();
        String path = page.url().replaceFirst("^https://[^/]+", "").replaceFirst("/edit.*", "");
        page.locator("#main-file").setInputFiles(new FilePayload("thu.pdf", "application/pdf", letter(subject, text)));
        byte[] annex = ("<?xml version=\"1.0\"?><a>" + text + "</a>").getBytes(StandardCharsets.UTF_8);
        page.locator("#annex-file").setInputFiles(new FilePayload("phu-luc.xml", "text/xml", annex));
        page.getByText("Tải tệp lên").click();
        page.locator("#subject").fill(subject);
        page.locator("#signer").fill("Nguyễn Văn Hòa");
        page.locator("#block").fill("- Cơ quan " + recipient + ";");
        page.locator("#urgency").selectOption("3");
        page.getByText("Thêm từ khối này").click();
        page.getByText("Ký số…").click();
        page.locator("#alone").check();
        page.getByText("Ký bằng chữ ký số của cơ quan").click();
        new PageCheck(page).picture("desk-of-a-real-node-" + agency);
        return path;
    }

    /** Confirms every line of the check and presses the button that numbers and sends. */
    void send(String path) throws IOException {
        open(path + "/check");
        new PageCheck(page).picture("desk-of-a-real-node-check-" + agency);
        for (Locator box : page.locator(".lt-checks input").all()) {
            box.check();
        }
        press("form[action$='/send'] button.govuk-button");
    }

    private static byte[] letter(String subject, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var _ = AdministrativeLetterPdf.write(
                new AdministrativeLetter(
                        AdministrativeLetter.STATE_HEADING,
                        List.of("ỦY BAN NHÂN DÂN XÃ"),
                        "      /TTr-UBND",
                        "Hương Giang, ngày 3 tháng 11 năm 2026",
                        "TỜ TRÌNH",
                        subject,
                        List.of("Tỉnh ủy Sông Hương"),
                        List.of(text),
                        new AdministrativeLetter.Signatory(List.of("CHỦ TỊCH"), "Nguyễn Văn Hòa"),
                        List.of("Như trên;", "Lưu: VT.")),
                out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        context.close();
    }
}
