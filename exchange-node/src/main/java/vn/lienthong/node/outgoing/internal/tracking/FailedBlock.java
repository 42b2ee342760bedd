package vn.lienthong.node.outgoing.internal.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingQuery;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DeskBlock;

/** What could not be sent, or did not reach a recipient: of those that left, the last thirty are looked at. */
@InNodeRole
@Component
class FailedBlock implements DeskBlock {

    private static final int PLACE = 60;
    private static final int LOOKED_AT = 30;

    private final OutgoingRows rows;
    private final SentReach reach;
    private final MessageSource words;

    FailedBlock(OutgoingRows rows, SentReach reach, MessageSource words) {
        this.rows = rows;
        this.reach = reach;
        this.words = words;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String title() {
        return "outgoing.block.failed";
    }

    @Override
    public String href() {
        return "/tracking";
    }

    @Override
    public boolean isFor(Person viewer) {
        return viewer.may(Permission.SEND_DOCUMENTS);
    }

    @Override
    public Content content(Person viewer, Locale language) {
        List<Row> found = new ArrayList<>();
        for (Outgoing document : list(viewer, Set.of(OutgoingState.FAILED))) {
            String fault = document.release().fault();
            found.add(row(document, fault == null ? "" : fault));
        }
        for (Outgoing document : list(viewer, OutgoingState.left())) {
            SentReach.@Nullable Sum sum = reach.sum(document);
            if (sum != null && sum.failed() > 0) {
                Object[] arguments = {sum.failed()};
                found.add(row(document, words.getMessage("outgoing.reached.failed", arguments, language)));
            }
        }
        List<Row> oldest = found.reversed();
        return new Content(found.size(), oldest.subList(0, Math.min(ROWS, oldest.size())));
    }

    private List<Outgoing> list(Person viewer, Set<OutgoingState> states) {
        return rows.list(
                new OutgoingQuery(viewer.agencies(Permission.SEND_DOCUMENTS), states, false, ""),
                Long.MAX_VALUE,
                LOOKED_AT);
    }

    private static Row row(Outgoing document, String note) {
        return new Row(
                "/outgoing/" + document.id(),
                document.code(),
                document.subject(),
                "",
                note,
                "failed",
                "outgoing.block.look");
    }
}
