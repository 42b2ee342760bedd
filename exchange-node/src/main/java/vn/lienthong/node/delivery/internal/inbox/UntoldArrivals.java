package vn.lienthong.node.delivery.internal.inbox;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.ArrivalFeed;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.platform.InNodeRole;

/** Entries that the desk does not know yet: a mark in their rows, so that nothing can be missed or told twice. */
@Component
@InNodeRole
class UntoldArrivals implements ArrivalFeed {

    private static final int MOST = 200;

    private final EntityManager entities;
    private final ShortTransactions transactions;
    private final InboxRows rows;

    UntoldArrivals(EntityManager entities, ShortTransactions transactions, InboxRows rows) {
        this.entities = entities;
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public int tell(int limit, Consumer<List<Arrival>> keeper) {
        return transactions.call(() -> tellLocked(Math.clamp(limit, 1, MOST), keeper));
    }

    private int tellLocked(int limit, Consumer<List<Arrival>> keeper) {
        List<?> found = entities.createNativeQuery(
                        "select entry_id from inbox_entry where told = 0 and secrecy = 0 order by entry_id limit :most"
                                + " for update skip locked")
                .setParameter("most", limit)
                .getResultList();
        List<Long> ids = found.stream().map(id -> ((Number) id).longValue()).toList();
        if (ids.isEmpty()) {
            return 0;
        }
        Map<Long, InboxEntry> entries =
                rows.byId(ids).stream().collect(Collectors.toMap(InboxEntry::entryId, Function.identity()));
        keeper.accept(ids.stream()
                .map(entries::get)
                .map(entry -> new Arrival(entry, rows.document(entry.parcelId())))
                .toList());
        int marked = entities.createNativeQuery("update inbox_entry set told = 1 where entry_id in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
        if (marked != ids.size()) {
            throw new IllegalStateException("marked " + marked + " entries of " + ids.size());
        }
        return marked;
    }
}
