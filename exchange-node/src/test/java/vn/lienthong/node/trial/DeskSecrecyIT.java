package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;
import vn.lienthong.node.testing.Marks;
import vn.lienthong.node.testing.PageCheck;

/** A document goes over both desks, is looked at, exported and printed: nothing of it can be read on any disk, not even for a moment. */
@ExtendWith(ChromiumExtension.class)
class DeskSecrecyIT {

    private static final String SUBJECT = "Tờ trình không để lại dấu vết trên đĩa";

    @Test
    void leavesNothingReadableOnAnyDisk(Window window) throws IOException, SQLException {
        ExchangeUnderTest exchange = ExchangeUnderTest.shared();
        try (WatchService watch = FileSystems.getDefault().newWatchService();
                DeskUnderTest sender = new DeskUnderTest(exchange.alpha(), "H10.01", window);
                DeskUnderTest receiver = new DeskUnderTest(exchange.beta(), "H20.01", window)) {
            for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
                WatchKey key = temporary(node).register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                assertThat(key.isValid()).isTrue();
            }
            String draft = sender.draft(SUBJECT, Marks.PHRASE, "H20.01");
            assertThat(sender.open(draft + "/edit")
                            .request()
                            .get(sender.origin() + sender.href("#files a[href*='/files/']"))
                            .status())
                    .isEqualTo(200);
            sender.send(draft);
            read(exchange.beta(), receiver);
            export(sender);
            assertThat(created(watch)).as("temporary files").isEmpty();
            assertThat(DiskSearch.find(Marks.PHRASE, exchange.places())).isEmpty();
            assertThat(DiskSearch.find(SUBJECT, exchange.places())).isEmpty();
            assertThat(DiskSearch.find("%PDF-1.", exchange.places())).isEmpty();
        }
    }

    private static Path temporary(NodeUnderTest node) {
        return node.server().data().resolve("temporary");
    }

    private static List<String> created(WatchService watch) {
        List<String> names = new ArrayList<>();
        for (WatchKey key = watch.poll(); key != null; key = watch.poll()) {
            for (WatchEvent<?> event : key.pollEvents()) {
                names.add(key.watchable() + "/" + event.context());
            }
            assertThat(key.reset()).isTrue();
        }
        return names;
    }

    /** Takes what arrived, looks at a page of it, and downloads it in all its forms. */
    private static void read(NodeUnderTest node, DeskUnderTest desk) throws IOException, SQLException {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        String known =
                "select coalesce(max(id), 0) from incoming_document where subject = ? and check_state <> 'PENDING'";
        long id = 0;
        while (id == 0 && deadline.rest()) {
            try (NodeTables tables = node.tables()) {
                id = tables.number(known, SUBJECT);
            }
        }
        Page arrived = desk.open("/incoming/" + id);
        new PageCheck(arrived).picture("desk-signed-document-arrived");
        assertThat(arrived.locator("main").innerText())
                .contains("chữ ký cơ quan hợp lệ")
                .contains("Nội dung nguyên vẹn, đúng từng bit như khi gửi")
                .contains("Gửi đúng cơ quan nhận")
                .contains("Tệp chính có chữ ký số của Cơ quan H10.01");
        desk.press("button[value=register-next]");
        Page page = desk.open("/incoming/" + id + "?look=1");
        for (String end : List.of("/files/1", "/files/2", "/zip", "/package", "/files/1/pages/1?width=600")) {
            assertThat(page.request()
                            .get(desk.origin() + "/incoming/" + id + end)
                            .status())
                    .as(end)
                    .isEqualTo(200);
        }
    }

    private static void export(DeskUnderTest desk) throws IOException {
        Page page = desk.open("/registers");
        page.navigate(desk.origin() + desk.href("main tbody a[href^='/registers/']"));
        desk.press("button[value=XLSX]");
        Locator file = page.locator("main a.govuk-button");
        for (int attempt = 0; attempt < 50 && file.count() == 0; attempt++) {
            page.waitForTimeout(200);
            page.reload();
        }
        assertThat(page.request()
                        .get(desk.origin() + file.first().getAttribute("href"))
                        .status())
                .isEqualTo(200);
    }
}
