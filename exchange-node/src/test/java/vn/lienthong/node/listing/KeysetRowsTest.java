package vn.lienthong.node.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.listing.KeysetRows.Part;

class KeysetRowsTest {

    private static List<Cell> row(long number) {
        return List.of(Cell.count(number));
    }

    @Test
    void readsPartAfterPartAndNeverOneTooMany() {
        List<Optional<Integer>> asked = new ArrayList<>();
        KeysetRows<Integer> rows = new KeysetRows<>(key -> {
            asked.add(key);
            int from = key.orElse(0);
            return new Part<>(List.of(row(from), row(from + 1)), from + 2 < 6 ? from + 2 : null);
        });
        List<List<Cell>> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        assertThat(all).containsExactly(row(0), row(1), row(2), row(3), row(4), row(5));
        assertThat(asked).containsExactly(Optional.empty(), Optional.of(2), Optional.of(4));
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void goesOnBehindPartsWithoutRows() {
        KeysetRows<Integer> rows = new KeysetRows<>(
                key -> key.isEmpty() ? new Part<>(List.of(), 7) : new Part<>(List.of(row(key.get())), null));
        assertThat(rows.hasNext()).isTrue();
        assertThat(rows.next()).isEqualTo(row(7));
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void anEmptyListHasNoRows() {
        KeysetRows<Integer> rows = new KeysetRows<>(_ -> new Part<>(List.of(), null));
        assertThat(rows.hasNext()).isFalse();
    }
}
