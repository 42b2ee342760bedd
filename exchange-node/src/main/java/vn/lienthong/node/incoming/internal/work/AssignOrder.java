package vn.lienthong.node.incoming.internal.work;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.incoming.internal.record.Party;

/**
 * Who is to handle a document.
 *
 * @param lead chủ trì
 * @param support phối hợp
 * @param inform để biết
 * @param dueOn hạn; null without
 * @param words ý kiến chỉ đạo
 */
public record AssignOrder(
        Party lead,
        List<Party> support,
        List<Party> inform,
        @Nullable LocalDate dueOn,
        String words) {
    /** Copies the lists; nobody is named twice. */
    public AssignOrder {
        List<Party> helpers =
                support.stream().filter(party -> !party.equals(lead)).distinct().toList();
        support = helpers;
        inform = inform.stream()
                .filter(party -> !party.equals(lead) && !helpers.contains(party))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "AssignOrder[…]";
    }
}
