package vn.lienthong.node.register.internal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.register.EntryFilter;
import vn.lienthong.node.register.RegisterEntry;

/** The lines of a book from the first to the last, read in parts, so that books of any size fit into memory. */
final class BookReader implements Iterator<RegisterEntry> {
    private static final int PART = 500;

    private final EntryListing listing;
    private final EntryFilter filter;
    private Iterator<RegisterEntry> part = List.<RegisterEntry>of().iterator();
    private EntryListing.@Nullable Place behind;
    private boolean over;

    BookReader(EntryListing listing, EntryFilter filter) {
        this.listing = listing;
        this.filter = filter;
    }

    @Override
    public boolean hasNext() {
        if (!part.hasNext() && !over) {
            List<RegisterEntry> rows = listing.oldestFirst(filter, behind, PART);
            over = rows.size() < PART;
            behind = rows.isEmpty() ? behind : EntryListing.Place.of(rows.getLast());
            part = rows.iterator();
        }
        return part.hasNext();
    }

    @Override
    public RegisterEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.next();
    }
}
