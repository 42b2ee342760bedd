package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.token.TokenKey;
import vn.lienthong.node.client.AttachedFile;
import vn.lienthong.node.client.Dispatch;
import vn.lienthong.node.client.Problem;
import vn.lienthong.node.client.Submission;
import vn.lienthong.node.testing.SoftToken;

/** Documents between nodes whose agencies keep their keys in tokens. */
class TokenTravelIT {

    private static final String NODE = "tokens";

    private static ExchangeUnderTest exchange;
    private static SoftToken token;
    private static NodeUnderTest node;
    private static AgencyUnderTest sender;
    private static AgencyUnderTest recipient;

    @BeforeAll
    static void openExchange() throws IOException {
        exchange = ExchangeUnderTest.shared();
        token = SoftToken.initialise("lt-travel");
        node = exchange.join(NODE, List.of("H78.01", "H78.02"), token.options());
        exchange.awaitWhole();
        sender = node.agency("H78.01");
        recipient = node.agency("H78.02");
    }

    @AfterAll
    static void leave() throws IOException {
        exchange.expel(NODE);
        node.close();
    }

    private static Submission letter(String key, String... to) throws IOException {
        AttachedFile file = GeneratedFile.of(exchange.work(key).resolve(key + ".bin"), 20 << 10, key.hashCode());
        return AgencyUnderTest.letter(key, List.of(to), 1, "Khóa trong thiết bị", file);
    }

    private static void assertTravels(String key) throws IOException {
        Dispatch dispatch = sender.submit(letter(key, "H20.01", "H78.02"));
        assertThat(sender.awaitArrival(dispatch.parcelId()).deliveries()).hasSize(2);
        Path container = exchange.work(key).resolve("container.asice");
        assertThat(recipient
                        .take(recipient.awaitEntry(dispatch.parcelId()), container)
                        .event())
                .isEqualTo("ContentHandover");
        Dispatch back = exchange.beta().agency("H20.01").submit(letter(key + "-back", "H78.02"));
        assertThat(exchange.beta()
                        .agency("H20.01")
                        .awaitArrival(back.parcelId())
                        .deliveries())
                .hasSize(1);
    }

    private static long recorded(String action) throws IOException, SQLException {
        try (NodeTables tables = node.tables()) {
            return tables.number("select count(*) from audit_event where action = ?", action);
        }
    }

    private static void awaitRecorded(String action) throws IOException, SQLException {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        while (recorded(action) == 0) {
            assertThat(deadline.rest()).as(action).isTrue();
        }
    }

    @Test
    void travelsWithKeysInATokenThatIsAwayForAWhile() throws IOException, SQLException {
        List<TokenKey> keys = token.open().keys();
        assertThat(keys).hasSize(4).allMatch(key -> key.label().startsWith(NODE + "."));
        assertTravels("token-1");
        node.server().kill();
        token.pullOut();
        node.server().start();
        node.server().awaitReady();
        // Evidence and ordinary envelopes need keys of the node and in files only: it receives.
        AgencyUnderTest other = exchange.beta().agency("H20.01");
        Dispatch arriving = other.submit(letter("token-in", "H78.02"));
        assertThat(other.awaitArrival(arriving.parcelId()).deliveries()).hasSize(1);
        Submission waiting = letter("token-away", "H20.01");
        Problem problem = sender.refusal(waiting);
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo(ErrorCode.KEY_AWAY.code());
        awaitRecorded("token.away");
        token.putIn();
        awaitRecorded("token.back");
        assertThat(sender.awaitArrival(sender.submit(waiting).parcelId()).deliveries())
                .hasSize(1);
        assertTravels("token-2");
        assertThat(token.open().keys()).hasSameSizeAs(keys);
    }
}
