package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Digests;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Inbox;
import vn.lienthong.node.client.Lease;

/** Files that are larger than the memory of the nodes, over lines that break. */
class LargeFileIT {

    private static final long MIB = 1 << 20;
    private static final long TORN = 200 * MIB;
    private static final int CUTS = 4;
    /** What lies in the buffers of sockets when a line is cut; a part of an upload, sent from its beginning, would be 64 MiB. */
    private static final long LOST_PER_CUT = 4 * MIB;
    /** The largest heap of each node: see the option of its virtual machine. */
    private static final double HEAP_MIB = 256;

    private static ExchangeUnderTest exchange;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest recipient;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        sender = exchange.alpha().agency("H10.01");
        recipient = exchange.beta().agency("H20.01");
        for (NodeUnderTest node : List.of(exchange.alpha(), exchange.beta())) {
            node.server().stop();
            node.server().startForLoad();
        }
        exchange.awaitWhole();
    }

    @Test
    void resumesAtTheOctetWhereTheLineWasTorn() throws IOException, SQLException {
        Path work = exchange.work("torn");
        AttachedFile file = GeneratedFile.of(work.resolve("torn.bin"), TORN, 21);
        TearableProxy line = exchange.beta().line();
        long before = line.forwarded();
        int cutsBefore = line.cuts();
        line.cutAfter(new SplittableRandom(22)
                .longs(CUTS, 4 * MIB, TORN - 4 * MIB)
                .sorted()
                .boxed()
                .toList());
        Dispatch dispatch = sender.submit(AgencyUnderTest.letter("torn-1", List.of("H20.01"), 0, "Đứt dây", file));
        sender.awaitArrival(dispatch.parcelId());
        long wire = line.forwarded() - before;
        exchange.tell("torn: payload " + dispatch.payloadSize() + ", on the wire " + wire + ", cuts "
                + (line.cuts() - cutsBefore));
        assertThat(line.cuts() - cutsBefore).isEqualTo(CUTS);
        assertThat(wire)
                .isGreaterThan(dispatch.payloadSize())
                .isLessThan(dispatch.payloadSize() * 101 / 100 + CUTS * LOST_PER_CUT);
        try (NodeTables tables = exchange.beta().tables()) {
            String entries = "select count(*) from inbox_entry where parcel_id = unhex(replace(?, '-', ''))";
            assertThat(tables.number(entries, dispatch.parcelId())).isEqualTo(1);
            assertThat(tables.number("select count(*) from upload")).isZero();
        }
        assertTaken(dispatch, file, work);
    }

    @Test
    void carriesAFileThatIsLargerThanTheHeapsOfBothNodes() throws IOException {
        boolean large = Boolean.getBoolean("lienthong.large");
        Path work = exchange.work("large");
        AttachedFile file = GeneratedFile.of(work.resolve("large.bin"), (large ? 1024 : 300) * MIB, 23);
        long begun = System.nanoTime();
        Dispatch dispatch = sender.submit(AgencyUnderTest.letter("large-1", List.of("H20.01"), 0, "Tệp lớn", file));
        long accepted = System.nanoTime();
        sender.awaitArrival(dispatch.parcelId());
        long arrived = System.nanoTime();
        assertTaken(dispatch, file, work);
        long taken = System.nanoTime();
        double alpha = peak(exchange.alpha());
        double beta = peak(exchange.beta());
        exchange.tell("large: " + file.size() / MIB + " MiB, accepted after " + seconds(begun, accepted)
                + " s, consigned after " + seconds(begun, arrived) + " s, taken after " + seconds(begun, taken)
                + " s; largest heaps " + alpha + " and " + beta + " MiB");
        assertThat(List.of(alpha, beta))
                .allSatisfy(heap -> assertThat(heap).isPositive().isLessThanOrEqualTo(HEAP_MIB));
    }

    private static void assertTaken(Dispatch dispatch, AttachedFile file, Path work) throws IOException {
        Inbox.Entry entry = recipient.awaitEntry(dispatch.parcelId());
        Lease lease = recipient.given(() -> recipient.client().lease(entry.entryId()), "lease");
        assertThat(lease.files()).hasSize(1);
        assertThat(lease.files().getFirst().sha512())
                .isEqualTo(Digests.sha512(file.path()).hex());
        Files.delete(file.path());
        Path container = work.resolve("taken.asice");
        Digests.Sha512 digest =
                recipient.given(() -> recipient.client().download(entry.entryId(), lease, container), "hand out");
        assertThat(digest.hex()).isEqualTo(dispatch.packageSha512());
        Files.delete(container);
        assertThat(recipient
                        .given(() -> recipient.client().acknowledge(entry.entryId(), lease, digest), "acknowledge")
                        .event())
                .isEqualTo("ContentHandover");
        assertThat(sender.await(dispatch.parcelId(), "HANDED_OVER").deliveries())
                .hasSize(1);
    }

    private static double peak(NodeUnderTest node) throws IOException {
        HeapLog.collect(node.server().process().handle());
        return HeapLog.peakMiB(node.server().collectorLog()).orElseThrow();
    }

    private static double seconds(long from, long to) {
        return Duration.ofNanos(to - from).toMillis() / 1000.0;
    }
}
