package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Inbox;

/** A node to which nobody can connect: it fetches what is for it, and everything is as with the others. */
class PullIT {

    private static final String PARCEL = " where parcel_id = unhex(replace(?, '-', ''))";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long MIB = 1 << 20;
    private static final int TEARS = 3;

    private static ExchangeUnderTest exchange;
    private static NodeUnderTest distant;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest recipient;
    private static AgencyUnderTest reachable;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        distant = exchange.join("distant", List.of("H60.01", "H60.02"), "--pull");
        exchange.awaitWhole();
        sender = exchange.alpha().agency("H10.01");
        reachable = exchange.beta().agency("H20.01");
        recipient = distant.agency("H60.01");
    }

    @AfterEach
    void nobodyHasConnectedToIt() throws IOException {
        assertThat(distant.line().connections()).isZero();
        if (!distant.server().isAlive()) {
            distant.server().start();
        }
        distant.server().awaitReady();
    }

    @AfterAll
    static void leave() throws IOException {
        exchange.expel("distant");
        distant.close();
    }

    @Test
    void isNotAskedAsAWitness() throws IOException {
        assertThat(Files.readString(exchange.alpha().server().data().resolve("log/policy")))
                .contains("lienthong.vn/beta/witness")
                .doesNotContain("lienthong.vn/distant/witness");
    }

    private static Dispatch send(AgencyUnderTest from, String key, int urgency, long size, String... to)
            throws IOException {
        AttachedFile file = GeneratedFile.of(exchange.work(key).resolve(key + ".bin"), size, key.hashCode());
        return from.submit(AgencyUnderTest.letter(key, List.of(to), urgency, "Đến lấy", file));
    }

    private static void take(AgencyUnderTest by, String parcelId) throws IOException {
        Inbox.Entry entry = by.awaitEntry(parcelId);
        Path container = exchange.work("pulled").resolve("container.asice");
        assertThat(by.take(entry, container).event()).isEqualTo("ContentHandover");
        Files.delete(container);
    }

    @Test
    void fetchesItsDocumentsAndTheSenderGetsAllEvidence() throws IOException {
        Dispatch dispatch = send(sender, "pull-1", 1, 20 << 10, "H60.01", "H60.02", "H20.01");
        assertThat(sender.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(3);
        take(recipient, dispatch.parcelId());
        take(distant.agency("H60.02"), dispatch.parcelId());
        take(reachable, dispatch.parcelId());
        sender.await(dispatch.parcelId(), "HANDED_OVER")
                .deliveries()
                .forEach(delivery -> assertThat(delivery.node()).isIn("distant", "beta"));
        for (String code : List.of("H60.01", "H60.02", "H20.01")) {
            assertThat(sender.awaitStatus(dispatch.parcelId(), code, "03").statements())
                    .hasSize(2);
        }
        ProvenTravel proven = ProvenTravel.of(sender.evidence(dispatch.parcelId()), exchange.record());
        for (String code : List.of("H60.01", "H60.02", "H20.01")) {
            proven.assertEvents(
                    code,
                    EvidenceEvent.SUBMISSION_ACCEPTANCE,
                    EvidenceEvent.CONTENT_CONSIGNMENT,
                    EvidenceEvent.CONTENT_HANDOVER);
        }
    }

    @Test
    void sendsItselfAndFetchesTheEvidenceAboutIt() throws IOException {
        Dispatch dispatch = send(recipient, "pull-2", 0, 20 << 10, "H20.01", "H60.02");
        assertThat(recipient.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(2);
        take(reachable, dispatch.parcelId());
        take(distant.agency("H60.02"), dispatch.parcelId());
        assertThat(recipient.await(dispatch.parcelId(), "HANDED_OVER").deliveries())
                .hasSize(2);
        ProvenTravel.of(recipient.evidence(dispatch.parcelId()), exchange.record())
                .assertEvents(
                        "H20.01",
                        EvidenceEvent.SUBMISSION_ACCEPTANCE,
                        EvidenceEvent.CONTENT_CONSIGNMENT,
                        EvidenceEvent.CONTENT_HANDOVER);
    }

    @Test
    void goesOnAtTheOctetWhereTheLineWasTorn() throws IOException, SQLException {
        TearableProxy line = exchange.alpha().line();
        long size = 96 * MIB;
        Dispatch dispatch = send(sender, "pull-3", 0, size, "H60.01");
        long before = line.returned();
        for (int tear = 1; tear <= TEARS; tear++) {
            long from = before + 16 * MIB * tear;
            Deadline deadline = Deadline.in(LIMIT);
            while (line.returned() < from && deadline.rest(Duration.ofMillis(2))) {
                Thread.onSpinWait();
            }
            line.tearAll();
        }
        sender.awaitArrival(dispatch.parcelId());
        // The proxy and the sockets hold a few megabytes when the line is torn; from the beginning it would be far
        // more.
        assertThat(line.returned() - before).isBetween(size, size + 8 * MIB * (TEARS + 1));
        assertOnce(dispatch.parcelId());
        take(recipient, dispatch.parcelId());
        sender.await(dispatch.parcelId(), "HANDED_OVER")
                .deliveries()
                .forEach(delivery -> assertThat(delivery.node()).isEqualTo("distant"));
    }

    private static void assertOnce(String parcelId) throws IOException, SQLException {
        try (NodeTables there = distant.tables();
                NodeTables here = exchange.alpha().tables()) {
            assertThat(there.number("select count(*) from inbox_entry" + PARCEL, parcelId))
                    .isEqualTo(1);
            assertThat(there.number("select count(*) from upload" + PARCEL, parcelId))
                    .isZero();
            assertThat(here.number(
                            "select count(*) from evidence" + PARCEL + " and event = 'ContentConsignment'", parcelId))
                    .isEqualTo(1);
        }
    }

    @Test
    void hasItOnceWhenItIsKilledBetweenKeepingAndAnswering() throws IOException, SQLException {
        distant.server().kill();
        distant.server().startToCrashAt("delivery.arrival-committed");
        Dispatch dispatch = send(sender, "pull-4", 1, 20 << 10, "H60.01");
        assertThat(distant.server().awaitEnd(LIMIT)).isTrue();
        distant.server().start();
        sender.awaitArrival(dispatch.parcelId());
        assertOnce(dispatch.parcelId());
        take(recipient, dispatch.parcelId());
    }

    @Test
    void findsWhatWaitedWhileItWasAwayOnce() throws IOException, SQLException {
        distant.server().stop();
        List<String> parcels = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            parcels.add(
                    send(sender, "pull-away-" + i, i % 2, 20 << 10, "H60.01").parcelId());
        }
        distant.server().start();
        for (String parcel : parcels) {
            sender.awaitArrival(parcel);
            try (NodeTables here = exchange.alpha().tables()) {
                assertThat(here.texts("select outcome from attempt" + PARCEL, parcel))
                        .containsOnlyOnce("delivered");
            }
        }
    }

    @Test
    void givesNobodyElseWhatIsForItAndEndsALeaseOnce() throws IOException {
        URI door = exchange.alpha().exchange();
        URI poll = door.resolve("/exchange/v1/pull/lease?wait=20&fresh=true");
        String unknown = "404 " + ErrorCode.LEASE_UNKNOWN.code();
        try (RawPeer other = RawPeer.withKeysOf(exchange.beta());
                RawPeer itself = RawPeer.withKeysOf(distant)) {
            distant.server().stop();
            Dispatch dispatch = send(sender, "pull-5", 1, 20 << 10, "H60.01");
            String given = itself.ask("POST", poll, "");
            assertThat(given).startsWith("200 ");
            URI lease = door.resolve("/exchange/v1/pull/leases/" + given.substring(4));
            assertThat(other.ask("POST", door.resolve("/exchange/v1/pull/lease"), ""))
                    .isEqualTo("204 ");
            assertThat(other.ask("DELETE", lease, "")).isEqualTo(unknown);
            assertThat(other.ask("POST", URI.create(lease + "/answer"), "{\"v\":1,\"answers\":[]}"))
                    .isEqualTo(unknown);
            assertThat(other.ask("GET", URI.create(lease + "/payload"), "")).isEqualTo(unknown);
            assertThat(itself.ask("POST", URI.create(lease + "/answer"), "{\"v\":1,\"answers\":[]}"))
                    .isEqualTo("400 " + ErrorCode.REQUEST_MALFORMED.code());
            assertThat(itself.ask("GET", URI.create(lease + "/payload"), "")).isEqualTo(unknown);
            assertThat(itself.ask("DELETE", lease, "")).isEqualTo("204 ");
            assertThat(itself.ask("DELETE", lease, "")).isEqualTo(unknown);
            assertThat(itself.ask("DELETE", door.resolve("/exchange/v1/pull/leases/" + new UUID(1, 2)), ""))
                    .isEqualTo(unknown);
            for (String wrong : List.of("?wait=26", "?wait=-1", "?wait=1.0", "?large=maybe", "?fresh=1")) {
                assertThat(itself.ask("POST", door.resolve("/exchange/v1/pull/lease" + wrong), ""))
                        .isEqualTo("400 " + ErrorCode.REQUEST_MALFORMED.code());
            }
            distant.server().start();
            sender.awaitArrival(dispatch.parcelId());
        }
    }
}
