package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.EvidenceItem;

/**
 * Three nodes of two blocs: each log needs a witness of both. A witness and the time-stamp authority go away and come back: what is
 * proven by them waits, documents do not, and nobody does anything about it.
 */
class WitnessOutageIT {

    private static final String PARTY = "party";
    private static final String PARTY_CODE = "T70.01";

    private static ExchangeUnderTest exchange;
    private static NodeUnderTest party;
    private static AgencyUnderTest sender;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        party = exchange.join(PARTY, List.of(PARTY_CODE), "--set", "lienthong.log.stamping=200ms");
        exchange.awaitWhole();
        sender = exchange.alpha().agency("H10.01");
        awaitPolicies(true);
    }

    @AfterAll
    static void leave() throws IOException {
        exchange.expel(PARTY);
        party.close();
        awaitPolicies(false);
    }

    @Test
    void deliversWhileAWitnessIsAwayAndCompletesTheReceiptsWhenItIsBack() throws IOException, SQLException {
        party.server().kill();
        Dispatch first = send(sender, "witness-1", "H20.01");
        Dispatch second = send(sender, "witness-2", "H20.02");
        for (Dispatch dispatch : List.of(first, second)) {
            assertThat(sender.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(1);
            assertThat(sender.evidence(dispatch.parcelId()))
                    .hasSize(2)
                    .allMatch(item -> item.logProof().isEmpty());
        }
        try (NodeTables tables = exchange.alpha().tables()) {
            assertThat(tables.number("select signed_size - proven_size from log_head where log = 1"))
                    .isPositive();
        }
        party.server().start();
        party.server().awaitReady();
        awaitReceipts(sender, first);
        awaitReceipts(sender, second);
    }

    @Test
    void deliversWithReceiptsWhileTheTimestampAuthorityIsAwayAndIsStampedWhenItIsBack()
            throws IOException, SQLException {
        AgencyUnderTest stamped = party.agency(PARTY_CODE);
        // The others confirm a log only once the directory has told them of it.
        awaitReceipts(stamped, send(stamped, "tsa-0", "H10.01"));
        exchange.directory().stop();
        Dispatch dispatch = send(stamped, "tsa-1", "H10.01");
        assertThat(stamped.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(1);
        awaitReceipts(stamped, dispatch);
        try (NodeTables tables = party.tables()) {
            String place = Long.toString(tables.number(
                    "select max(leaf_index) from log_entry join evidence on log_entry = entry_id"
                            + " where parcel_id = unhex(replace(?, '-', ''))",
                    dispatch.parcelId()));
            String covering = "select count(*) from log_timestamp where log = 1 and size > ?";
            assertThat(tables.number(covering, place)).isZero();
            exchange.directory().start();
            exchange.directory().awaitReady();
            Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
            while (tables.number(covering, place) == 0) {
                assertThat(deadline.rest()).as("time-stamps of the log").isTrue();
            }
        }
    }

    private static Dispatch send(AgencyUnderTest from, String key, String to) throws IOException {
        AttachedFile file = GeneratedFile.of(exchange.work(key).resolve(key + ".bin"), 20 << 10, key.hashCode());
        return from.submit(AgencyUnderTest.letter(key, List.of(to), 1, "Nhân chứng vắng", file));
    }

    private static void awaitReceipts(AgencyUnderTest from, Dispatch dispatch) {
        Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
        while (true) {
            List<EvidenceItem> evidence = from.evidence(dispatch.parcelId());
            if (evidence.size() == 2
                    && evidence.stream().allMatch(item -> item.logProof().isPresent())) {
                return;
            }
            assertThat(deadline.rest()).as("receipts of %s", evidence).isTrue();
        }
    }

    /** Until both old nodes demand the new bloc, or no longer do. */
    private static void awaitPolicies(boolean demanded) throws IOException {
        for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
            Path policy = node.server().data().resolve("log/policy");
            Deadline deadline = Deadline.in(ServerUnderTest.PATIENCE);
            while (Files.readString(policy).contains("bloc-party") != demanded) {
                assertThat(deadline.rest()).as("policy of %s", node.id()).isTrue();
            }
        }
    }
}
