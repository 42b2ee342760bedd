package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.testing.ChromiumExtension;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/**
 * The nodes are killed while clerks press buttons: just before what was done is committed, and just after. Nothing is lost, no
 * number is given twice, no document leaves or is taken twice, nobody is told twice.
 */
@ExtendWith(ChromiumExtension.class)
class DeskCrashIT {

    private static ExchangeUnderTest exchange;
    private static NodeUnderTest alpha;
    private static NodeUnderTest beta;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        alpha = exchange.alpha();
        beta = exchange.beta();
    }

    @AfterEach
    void leaveWhole() throws IOException {
        for (NodeUnderTest node : List.of(alpha, beta)) {
            if (!node.server().isAlive()) {
                node.server().start();
            }
        }
        exchange.awaitWhole();
    }

    @Test
    void everyCommandOfTheDeskIsDoneOnceWhereverTheNodeIsKilled(Window window) throws IOException, SQLException {
        String taken = submit("desk-crash-1", "Văn bản được nhận khi nút sập");
        String refused = submit("desk-crash-2", "Văn bản bị trả khi nút sập");
        try (DeskUnderTest sender = new DeskUnderTest(alpha, "H10.01", window);
                DeskUnderTest receiver = new DeskUnderTest(beta, "H20.01", window)) {
            String draft = sender.draft("Tờ trình gửi đi khi nút sập", "Kính đề nghị xem xét.", "H20.01");
            restart("outgoing.order-written", "incoming.act-written");
            sender.send(draft);
            refuse(receiver, refused);
            awaitKilled(alpha, beta);
            restart("outgoing.order-committed", "incoming.act-committed");
            assertThat(outgoing("state", draft)).isEqualTo("SIGNED");
            assertThat(outgoing("code_number", draft)).isEmpty();
            assertThat(incoming("state", refused)).isEqualTo("ARRIVED");
            sender.send(draft);
            accept(receiver, taken);
            awaitKilled(alpha, beta);
            assertReceived(receiver, taken, refused);
            assertSentOnce(draft);
            assertRecalledOnce(sender, outgoing("lower(hex(parcel_id))", draft));
        }
    }

    /** Asked to stop as an operator does it, while pages listen and a system waits for something to arrive. */
    @Test
    void stopsWithinSecondsWhileStreamsAreOpen(Window window) throws IOException {
        try (BrowserContext context = window.open(1024, 600, true);
                ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            FirstAccounts.Login login = beta.login("CLERK", "H20.01");
            Page page = context.newPage();
            page.navigate(beta.place().baseUrl() + "/sign-in");
            page.locator("#login").fill(login.login());
            page.locator("#password").fill(login.password());
            page.waitForRequest(
                    request -> request.url().endsWith("/live"),
                    () -> page.locator("form[action='/sign-in'] button").click());
            page.waitForTimeout(1000);
            AgencyUnderTest system = beta.agency("H20.02");
            var held = waiting.submit(() -> system.client().inbox(Long.MAX_VALUE / 2, 1, Duration.ofSeconds(25)));
            page.waitForTimeout(500);
            beta.server().process().askToStop();
            assertThat(beta.server().awaitEnd(Duration.ofSeconds(12)))
                    .as("stopped in time")
                    .isTrue();
            assertThat(held).isNotNull();
        }
    }

    /** Kills nodes that still run and starts both to be killed at these places. */
    private static void restart(String atAlpha, String atBeta) throws IOException {
        start(alpha, atAlpha);
        start(beta, atBeta);
        alpha.server().awaitReady();
        beta.server().awaitReady();
    }

    private static void start(NodeUnderTest node, String place) throws IOException {
        if (node.server().isAlive()) {
            node.server().kill();
        }
        if (place.isEmpty()) {
            node.server().start();
        } else {
            node.server().startToCrashAt(place);
        }
    }

    private static void awaitKilled(NodeUnderTest... nodes) {
        for (NodeUnderTest node : nodes) {
            assertThat(node.server().awaitEnd(ServerUnderTest.PATIENCE))
                    .as(node.id() + " is killed")
                    .isTrue();
        }
    }

    private static String submit(String key, String subject) throws IOException, SQLException {
        AttachedFile file = GeneratedFile.of(exchange.work("desk-crash").resolve(key + ".bin"), 10 << 10, 7);
        String parcel = alpha.agency("H10.01")
                .submit(AgencyUnderTest.letter(key, List.of("H20.01"), 1, subject, file))
                .parcelId();
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        try (NodeTables tables = beta.tables()) {
            while (tables.texts(
                                    "select id from incoming_document where check_state <> 'PENDING' and"
                                            + " parcel_id = unhex(replace(?, '-', ''))",
                                    parcel)
                            .isEmpty()
                    && deadline.rest()) {
                Thread.onSpinWait();
            }
        }
        return parcel;
    }

    private static void accept(DeskUnderTest desk, String parcel) throws IOException, SQLException {
        Page page = desk.open("/incoming/" + incoming("id", parcel));
        assertThat(page.locator("button[value=register-next]").count()).isEqualTo(1);
        desk.press("button[value=register-next]");
    }

    private static void refuse(DeskUnderTest desk, String parcel) throws IOException, SQLException {
        Page page = desk.open("/incoming/" + incoming("id", parcel) + "/refuse");
        page.locator("#reason").selectOption("WRONG_FORM");
        page.locator("#text").fill("Văn bản chưa đúng thể thức");
        page.locator("main form button[type=submit]").first().click();
        desk.press("button[value=send]");
    }

    /** Where a column of what arrived stands. */
    private static String incoming(String column, String parcel) throws IOException, SQLException {
        try (NodeTables tables = beta.tables()) {
            return tables.texts(
                            "select " + column + " from incoming_document where parcel_id = unhex(replace(?, '-', ''))",
                            parcel)
                    .getFirst();
        }
    }

    private static String outgoing(String column, String path) throws IOException, SQLException {
        try (NodeTables tables = alpha.tables()) {
            return tables.texts(
                            "select coalesce(" + column + ", '') from outgoing_document where document_id = ?",
                            path.replaceAll("\\D", ""))
                    .getFirst();
        }
    }

    /** What was accepted has one number; what was not refused is refused now; the sender heard each once. */
    private static void assertReceived(DeskUnderTest receiver, String taken, String refused)
            throws IOException, SQLException {
        start(alpha, "outgoing.handed-over");
        start(beta, "");
        beta.server().awaitReady();
        assertThat(incoming("state", taken)).isEqualTo("REGISTERED");
        assertThat(receiver.open("/incoming/" + incoming("id", taken))
                        .locator("button[value=register-next]")
                        .count())
                .isZero();
        refuse(receiver, refused);
        assertThat(incoming("state", refused)).isEqualTo("REFUSED");
        try (NodeTables tables = beta.tables()) {
            String entries = "select count(*) from register_entry where document = ?";
            assertThat(tables.number(entries, "incoming:" + incoming("id", taken)))
                    .isEqualTo(1);
            assertThat(tables.number(
                            "select count(*) from (select 1 from register_entry group by book_id, series, number,"
                                    + " suffix having count(*) > 1) twice"))
                    .isZero();
        }
        awaitKilled(alpha);
    }

    /** The order that was committed left by itself, once, with one number. */
    private static void assertSentOnce(String draft) throws IOException, SQLException {
        start(alpha, "act.written");
        alpha.server().awaitReady();
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        while (!outgoing("state", draft).equals("SENT") && deadline.rest()) {
            Thread.onSpinWait();
        }
        assertThat(outgoing("state", draft)).isEqualTo("SENT");
        String subject = "Tờ trình gửi đi khi nút sập";
        try (NodeTables sent = alpha.tables();
                NodeTables received = beta.tables()) {
            String reference = "outgoing:" + draft.replaceAll("\\D", "");
            assertThat(sent.number("select count(*) from register_entry where document = ?", reference))
                    .isEqualTo(1);
            while (received.number("select count(*) from incoming_document where subject = ?", subject) == 0
                    && deadline.rest()) {
                Thread.onSpinWait();
            }
            assertThat(received.number("select count(*) from incoming_document where subject = ?", subject))
                    .isEqualTo(1);
        }
    }

    private static void assertRecalledOnce(DeskUnderTest sender, String parcel) throws IOException, SQLException {
        String dashed = parcel.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        String asked = "select count(*) from statement where kind = 'recall-request' and"
                + " parcel_id = unhex(replace(?, '-', ''))";
        recall(sender, dashed);
        awaitKilled(alpha);
        start(alpha, "act.committed");
        alpha.server().awaitReady();
        try (NodeTables tables = alpha.tables()) {
            assertThat(tables.number(asked, dashed)).isZero();
        }
        recall(sender, dashed);
        awaitKilled(alpha);
        start(alpha, "");
        alpha.server().awaitReady();
        recall(sender, dashed);
        try (NodeTables here = alpha.tables();
                NodeTables there = beta.tables()) {
            assertThat(here.number(asked, dashed)).isEqualTo(1);
            Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
            while (there.number(asked, dashed) == 0 && deadline.rest()) {
                Thread.onSpinWait();
            }
            assertThat(there.number(asked, dashed)).isEqualTo(1);
        }
    }

    private static void recall(DeskUnderTest sender, String parcel) throws IOException {
        Page page = sender.open("/recalls/" + parcel);
        page.locator("#recipient-H20\\.01").check();
        page.locator("#act-recall").check();
        page.locator("#reason").fill("Ban hành nhầm");
        sender.press("main form[action^='/recalls/'] button[type=submit]");
    }
}
