package vn.lienthong.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.core.directory.DirectoryLogEntry;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

class DirectoryEntriesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void derivesOneEntryPerChangeInTheOrderOfThePublication() {
        Publication publication = new Publication(
                2,
                Sha256.OF_NOTHING,
                NOW,
                List.of(
                        new NodeRevoked(new NodeId("hue"), "stolen", NOW.plusSeconds(5)),
                        new AgencyClosed(new AgencyCode("H28"), NOW, List.of(new AgencyCode("H44")))));
        Sha256 digest = Sha256.of(WireFormats.PUBLICATION.encode(publication));
        List<DirectoryLogEntry> entries = DirectoryEntries.of(publication, digest);
        assertThat(entries).hasSize(2);
        byte[] change =
                "{\"kind\":\"nodeRevoked\",\"node\":\"hue\",\"reason\":\"stolen\",\"at\":\"2026-11-21T08:00:05.000Z\"}"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(new String(WireFormats.DIRECTORY_LOG_ENTRY.encode(entries.getFirst()), StandardCharsets.UTF_8))
                .isEqualTo("{\"v\":1,\"sequence\":2,\"publication\":\"" + digest
                        + "\",\"change\":0,\"kind\":\"nodeRevoked\",\"subject\":\"hue\",\"sha256\":\""
                        + Sha256.of(change)
                        + "\",\"validFrom\":\"2026-11-21T08:00:05.000Z\"}");
        assertThat(entries.get(1).subject()).isEqualTo("H28");
        assertThat(entries.get(1).change()).isEqualTo(1);
    }

    @Test
    void everyKindOfChangeHasAnEntryThatCanBeReadBack() {
        Samples some = new Samples(new Random(7));
        DirectorySamples directory = new DirectorySamples(some);
        for (int i = 0; i < 200; i++) {
            Publication publication = directory.publication();
            for (DirectoryLogEntry entry : DirectoryEntries.of(publication, some.sha256())) {
                byte[] octets = WireFormats.DIRECTORY_LOG_ENTRY.encode(entry);
                assertThat(WireFormats.DIRECTORY_LOG_ENTRY.decode(octets)).isEqualTo(new Decoded.Value<>(entry));
            }
        }
    }

    @Test
    void refusesEntriesThatNobodyDerives() {
        String good = "{\"v\":1,\"sequence\":2,\"publication\":\"" + "1".repeat(64)
                + "\",\"change\":0,\"kind\":\"node\",\"subject\":\"hue\",\"sha256\":\"" + "2".repeat(64)
                + "\",\"validFrom\":\"2026-11-21T08:00:05.000Z\"}";
        assertThat(read(good)).isInstanceOf(Decoded.Value.class);
        for (String bad : List.of(
                good.replace("\"v\":1", "\"v\":2"),
                good.replace("\"sequence\":2", "\"sequence\":0"),
                good.replace("\"change\":0", "\"change\":4096"),
                good.replace("\"node\"", "\"person\""),
                good.replace("\"hue\"", "\"\""),
                good.replace("\"hue\"", "\"a\\nb\""),
                good.replace("1".repeat(64), "1".repeat(63)),
                good + " ")) {
            assertThat(read(bad)).as(bad).isInstanceOf(Decoded.Malformed.class);
        }
    }

    private static Decoded<DirectoryLogEntry> read(String text) {
        return WireFormats.DIRECTORY_LOG_ENTRY.decode(text.getBytes(StandardCharsets.UTF_8));
    }
}
