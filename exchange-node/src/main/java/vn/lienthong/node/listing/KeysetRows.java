package vn.lienthong.node.listing;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list that is read in parts, each behind the key of the last one; only one part is in memory. Used by one thread.
 *
 * @param <K> where a part begins
 */
public final class KeysetRows<K> implements Iterator<List<Cell>> {

    private final Function<Optional<K>, Part<K>> read;
    private Iterator<List<Cell>> part;
    private @Nullable K next;

    /**
     * Reads the first part.
     *
     * @param read gives the part behind a key; the first one for none
     */
    public KeysetRows(Function<Optional<K>, Part<K>> read) {
        this.read = read;
        Part<K> first = read.apply(Optional.empty());
        this.part = first.rows().iterator();
        this.next = first.next();
    }

    /**
     * A part.
     *
     * @param rows in order; may be none although more follow
     * @param next where the next part begins; null at the end
     * @param <K> where a part begins
     */
    public record Part<K>(List<List<Cell>> rows, @Nullable K next) {

        /** Copies the rows. */
        public Part {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public boolean hasNext() {
        K key = next;
        while (!part.hasNext() && key != null) {
            Part<K> following = read.apply(Optional.of(key));
            part = following.rows().iterator();
            key = following.next();
            next = key;
        }
        return part.hasNext();
    }

    @Override
    public List<Cell> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no more rows");
        }
        return part.next();
    }
}
