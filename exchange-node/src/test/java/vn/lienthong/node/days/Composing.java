package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.outgoing.LetterForTests;

/**
 * A document that a clerk writes and sends; works with scripts and without.
 *
 * @param desk the clerk's node
 * @param page the clerk's window
 * @param scripts whether that window runs scripts
 */
record Composing(Desk desk, Page page, boolean scripts) {

    private static final Pattern DRAFT = Pattern.compile("/outgoing/\\d+");

    /** Opens a new draft of the province with a letter in it; its path. */
    String begin(String subject) throws IOException, PdfSigningException {
        return begin(subject, TwoNodes.PROVINCE.value());
    }

    /** Opens a new draft of an agency with a letter in it; its path. */
    String begin(String subject, String agency) throws IOException, PdfSigningException {
        desk.open(page, "/outgoing");
        page.locator("#agency").selectOption(agency);
        page.locator("form.lt-actions button").click();
        Matcher path = DRAFT.matcher(page.url());
        assertThat(path.find()).as(page.url()).isTrue();
        page.locator("#main-file")
                .setInputFiles(new FilePayload("to-trinh.pdf", "application/pdf", LetterForTests.signed()));
        if (!scripts) {
            page.getByText("Tải tệp lên").click();
        }
        page.getByText("Ký bởi").waitFor();
        page.locator("#subject").fill(subject);
        return path.group();
    }

    /** Adds recipients as a letter lists them. */
    void recipients(String block, int count) {
        page.locator("#block").fill(block);
        page.getByText("Thêm từ khối này").click();
        assertThat(page.locator("#recipients-title").innerText()).contains("(" + count + ")");
    }

    void urgency(int level) {
        page.locator("#urgency").selectOption(Integer.toString(level));
    }

    /** Signs for the agency and goes on to the check. */
    void signAndCheck() {
        page.getByText("Ký số…").click();
        page.getByText("Ký bằng chữ ký số của cơ quan").click();
        page.getByText("Cơ quan đã ký").first().waitFor();
        page.getByText("Kiểm tra trước khi gửi").click();
        for (Locator box : page.locator(".lt-checks input").all()) {
            box.check();
        }
    }

    /** The button that numbers and sends. */
    Locator button() {
        return page.locator("form button.govuk-button").last();
    }

    /** A whole express document from beginning to end; its path. */
    String sendNow(String subject, String block, int recipients) throws IOException, PdfSigningException {
        String path = begin(subject);
        urgency(3);
        recipients(block, recipients);
        signAndCheck();
        button().click();
        assertThat(Desk.notice(page)).contains("Đã cấp số");
        return path;
    }
}
