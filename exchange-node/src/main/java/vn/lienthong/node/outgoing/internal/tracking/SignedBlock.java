package vn.lienthong.node.outgoing.internal.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingQuery;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;
import vn.lienthong.node.web.DeskBlock;

/** What is signed and not issued yet: it must leave on the day of signing (Decree 30/2020, Article 18). */
@InNodeRole
@Component
class SignedBlock implements DeskBlock {

    private static final int PLACE = 50;

    private final OutgoingRows rows;

    SignedBlock(OutgoingRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String title() {
        return "outgoing.block.signed";
    }

    @Override
    public String href() {
        return "/outgoing?state=signed";
    }

    @Override
    public boolean isFor(Person viewer) {
        return viewer.may(Permission.SEND_DOCUMENTS);
    }

    @Override
    public Content content(Person viewer, Locale language) {
        List<Outgoing> found = rows.list(
                new OutgoingQuery(viewer.agencies(Permission.SEND_DOCUMENTS), Set.of(OutgoingState.SIGNED), false, ""),
                Long.MAX_VALUE,
                MOST + 1);
        return new Content(
                found.size(),
                found.stream()
                        .sorted(Comparator.comparingLong(
                                document -> document.id().value()))
                        .limit(ROWS)
                        .map(SignedBlock::row)
                        .toList());
    }

    private static Row row(Outgoing document) {
        return new Row(
                "/outgoing/" + document.id() + "/check",
                document.code().isEmpty() ? document.typed().line(Field.TYPE) : document.code(),
                document.subject(),
                document.typed().line(Field.SIGNER),
                DateText.write(document.changes().changedAt()),
                document.urgency() > 0 ? "warning" : "quiet",
                "outgoing.block.send");
    }
}
