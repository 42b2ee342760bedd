package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.testing.Authenticator;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.PageCheck;

/** Who saw a document, told by a security officer's page after people and a system really did. */
@ExtendWith(ChromiumExtension.class)
class AccessTrailIT {

    private static final String CLERK = "(clerk.h20.01)";
    private static final String SUBJECT = "Báo cáo cho trang ai đã xem";

    @Test
    void tellsWhoSawADocumentAndWhatAPersonSaw(Window window) throws IOException {
        ExchangeUnderTest exchange = ExchangeUnderTest.shared();
        AgencyUnderTest sender = exchange.alpha().agency("H10.01");
        AgencyUnderTest recipient = exchange.beta().agency("H20.01");
        Path work = exchange.work("access");
        AttachedFile file = GeneratedFile.of(work.resolve("bao-cao.bin"), 10 << 10, 41);
        String parcel = sender.submit(AgencyUnderTest.letter("access-1", List.of("H20.01"), 1, SUBJECT, file))
                .parcelId();
        var entry = recipient.awaitEntry(parcel);
        readAsClerk(window, exchange.beta());
        assertThat(recipient.take(entry, work.resolve("taken.asice")).event()).isEqualTo("ContentHandover");
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, exchange.beta(), "SECURITY_OFFICER", null);
            String origin = exchange.beta().place().baseUrl().toString();
            page.navigate(origin + "/access?object=" + parcel);
            Locator rows = page.locator("#results .lt-scroll tbody tr");
            assertThat(row(rows, "Xem văn bản", CLERK)).contains("Trang web", "127.0.0.1");
            assertThat(row(rows, "Tải tệp của văn bản", CLERK)).contains("Trang web");
            assertThat(row(rows, "Tải gói tin có chữ ký", "Khóa API")).contains("API");
            assertThat(page.locator("main").innerText()).doesNotContain(SUBJECT).doesNotContain("bao-cao.bin");
            assertThat(page.locator("#people tbody tr").allInnerTexts())
                    .hasSize(2)
                    .anyMatch(line -> line.contains(CLERK) && line.contains("Người"))
                    .anyMatch(line -> line.contains("Khóa API"));
            PageCheck check = new PageCheck(page);
            check.picture("access-document");
            check.passes("who saw a document");
            page.locator("#people a").first().click();
            check.picture("access-person-of-document");
            page.navigate(origin + "/access?actor=clerk.h20.01");
            assertThat(row(page.locator("#results .lt-scroll tbody tr"), "Xem văn bản", CLERK))
                    .contains(parcel.substring(0, 8));
            check.picture("access-person");
            check.passes("what a person saw");
        }
    }

    private static void readAsClerk(Window window, NodeUnderTest node) throws IOException {
        try (BrowserContext context = window.open(1024, 600, true)) {
            Page page = signedIn(context, node, "CLERK", "H20.01");
            page.navigate(node.place().baseUrl() + "/incoming");
            Locator row = page.locator("main tr", new Page.LocatorOptions().setHasText(SUBJECT));
            for (int attempt = 0; attempt < 100 && row.count() == 0; attempt++) {
                page.waitForTimeout(200);
                page.reload();
            }
            row.first().locator("a").first().click();
            Locator download = page.locator("main a[download]").first();
            assertThat(page.waitForDownload(download::click).failure()).isNull();
        }
    }

    private static String row(Locator rows, String act, String who) {
        return rows.filter(new Locator.FilterOptions().setHasText(act))
                .filter(new Locator.FilterOptions().setHasText(who))
                .first()
                .innerText();
    }

    private static Page signedIn(BrowserContext context, NodeUnderTest node, String role, @Nullable String agency)
            throws IOException {
        FirstAccounts.Login login = node.login(role, agency);
        Page page = context.newPage();
        page.navigate(node.place().baseUrl() + "/sign-in");
        page.locator("#login").fill(login.login());
        page.locator("#password").fill(login.password());
        page.locator("main button").click();
        if (login.totpSecret() != null) {
            page.locator("#code")
                    .fill(new Authenticator(Objects.requireNonNull(login.totpSecret())).code(Instant.now()));
            page.locator("main button").click();
        }
        return page;
    }
}
