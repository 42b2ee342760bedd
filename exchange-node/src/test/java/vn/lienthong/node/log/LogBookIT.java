package vn.lienthong.node.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class LogBookIT {

    private final LogBook book;
    private final TransactionTemplate transactions;

    @Autowired
    LogBookIT(LogBook book, TransactionTemplate transactions) {
        this.book = book;
        this.transactions = transactions;
    }

    @Test
    void takesAnEntryInTheTransactionOfTheCaller() {
        LogEntryId id = Objects.requireNonNull(
                transactions.execute(_ -> book.append(LogName.EVENTS, LogEntryKind.SECURITY_EVENT, octets("one"))));

        LogEntry entry = book.find(id).orElseThrow();
        assertThat(entry.octets()).isEqualTo(Octets.of(octets("one")));
        assertThat(entry.kind()).isEqualTo(LogEntryKind.SECURITY_EVENT);
    }

    @Test
    void forgetsAnEntryWhoseTransactionIsRolledBack() {
        LogEntryId id = Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            return book.append(LogName.EVENTS, LogEntryKind.EVIDENCE, octets("never"));
        }));

        assertThat(book.find(id)).isEmpty();
        assertThat(book.position(id)).isEmpty();
    }

    @Test
    void refusesAnEntryOutsideATransaction() {
        assertThatThrownBy(() -> append("alone")).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesEntriesThatNoBundleHolds() {
        for (byte[] wrong : List.of(new byte[0], new byte[LogBook.MAX_ENTRY + 1])) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(
                            _ -> assertThat(book.append(LogName.EVENTS, LogEntryKind.EVIDENCE, wrong))
                                    .isNotNull()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesTheLongestEntry() {
        byte[] longest = new byte[LogBook.MAX_ENTRY];
        List<LogEntryId> ids = Objects.requireNonNull(transactions.execute(
                _ -> book.appendAll(LogName.EVENTS, LogEntryKind.EVIDENCE, List.of(longest, octets("short")))));

        assertThat(book.find(ids.getFirst()).orElseThrow().octets().size()).isEqualTo(LogBook.MAX_ENTRY);
        assertThat(ids.get(0).value()).isLessThan(ids.get(1).value());
    }

    private void append(String text) {
        assertThat(book.append(LogName.EVENTS, LogEntryKind.EVIDENCE, octets(text)))
                .isNotNull();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
