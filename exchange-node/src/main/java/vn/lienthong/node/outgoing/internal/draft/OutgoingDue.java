package vn.lienthong.node.outgoing.internal.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Outgoing documents by what is due about them. */
@InNodeRole
@Component
public class OutgoingDue {

    private static final String SELECT = "select " + OutgoingRows.COLUMNS;

    private final JdbcClient database;

    OutgoingDue(JdbcClient database) {
        this.database = database;
    }

    /**
     * A document with a moment.
     *
     * @param document the document
     * @param since the moment
     */
    public record At(Outgoing document, Instant since) {}

    /**
     * A document with a day.
     *
     * @param document the document
     * @param day the day
     */
    public record On(Outgoing document, LocalDate day) {}

    /** Signed and not left, with the moment of signing, which lies in that time; without timed express. */
    public List<At> unsent(Instant from, Instant until, int most) {
        return database.sql(
                        SELECT + ", signed_at from outgoing_document where state in ('SIGNED', 'NUMBERED', 'FAILED')"
                                + " and signed_at between ? and ? and appointed_at is null order by signed_at limit ?")
                .params(Columns.of(from), Columns.of(until), most)
                .query((row, _) -> new At(OutgoingRows.outgoing(row), Columns.instant(row, "signed_at")))
                .list();
    }

    /** Timed express that was signed, with its hour, which lies in that time. */
    public List<At> appointed(Instant from, Instant until, int most) {
        return database.sql(SELECT + ", appointed_at from outgoing_document where appointed_at between ? and ?"
                        + " and state in ('SIGNED', 'NUMBERED', 'FAILED', 'SENT', 'PARTLY_RECALLED')"
                        + " order by appointed_at limit ?")
                .params(Columns.of(from), Columns.of(until), most)
                .query((row, _) -> new At(OutgoingRows.outgoing(row), Columns.instant(row, "appointed_at")))
                .list();
    }

    /** What left and asks for an answer by a day of those. */
    public List<On> unanswered(LocalDate from, LocalDate until, int most) {
        return database.sql(SELECT + ", answer_by from outgoing_document where answer_by between ? and ?"
                        + " and state in ('SENT', 'PARTLY_RECALLED') order by answer_by, document_id limit ?")
                .params(from, until, most)
                .query((row, _) -> new On(OutgoingRows.outgoing(row), row.getObject("answer_by", LocalDate.class)))
                .list();
    }

    /** What is on its way and to be looked at, claimed until it would be looked at next. */
    public List<Outgoing> claimOnTheWay(Instant now, Instant next, int most) {
        List<Outgoing> found = database.sql(
                        SELECT + " from outgoing_document where look_at <= ? order by look_at limit ?"
                                + " for update skip locked")
                .params(Columns.of(now), most)
                .query((row, _) -> OutgoingRows.outgoing(row))
                .list();
        found.forEach(document -> lookAgain(document.id(), next));
        return found;
    }

    /** Has a document looked at then. */
    public void lookAgain(OutgoingId id, Instant at) {
        int _ = database.sql("update outgoing_document set look_at = ? where document_id = ?")
                .params(Columns.of(at), id.value())
                .update();
    }

    /** Nothing of the document is on its way any more. */
    public void lookNoMore(OutgoingId id) {
        int _ = database.sql("update outgoing_document set look_at = null where document_id = ?")
                .param(id.value())
                .update();
    }

    /** Notes that something of a document is told, in the transaction that tells it; false when it was told before. */
    public boolean isNews(OutgoingId id, String what, Instant now) {
        return database.sql("insert ignore into outgoing_told (document_id, what, told_at) values (?, ?, ?)")
                        .params(id.value(), what, Columns.of(now))
                        .update()
                == 1;
    }
}
