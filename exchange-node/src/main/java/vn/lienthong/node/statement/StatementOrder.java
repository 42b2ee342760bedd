package vn.lienthong.node.statement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;

/**
 * What an agency of this node wants to state; identity, time and signatures are added.
 *
 * @param subject about which parcel, by whom, to whom; the codes of the parcel
 * @param kind what it is about
 * @param status the code; on statuses, recall requests and answers, and only there
 * @param words why
 * @param actor who speaks for the agency; null when the agency does not say
 * @param detail what some kinds carry besides
 */
public record StatementOrder(
        StatementSubject subject,
        StatementKind kind,
        @Nullable Known status,
        StatementWords words,
        @Nullable StatementActor actor,
        StatementDetail detail) {

    /** Checks that the kind has what it needs and nothing else. */
    public StatementOrder {
        Statement.check(kind, status, words, detail);
    }

    /** Where the document stands: 01 to 06; 02 needs words. */
    public static StatementOrder status(ParcelId parcel, AgencyCode recipient, AgencyCode sender, Known status) {
        return status(parcel, recipient, sender, status, StatementWords.NONE);
    }

    /** Where the document stands, and why. */
    public static StatementOrder status(
            ParcelId parcel, AgencyCode recipient, AgencyCode sender, Known status, StatementWords words) {
        StatementSubject subject = new StatementSubject(parcel, recipient, sender);
        return new StatementOrder(subject, StatementKind.STATUS, status, words, null, StatementDetail.NONE);
    }

    /** The sender asks for the document back (13). */
    public static StatementOrder recall(ParcelId parcel, AgencyCode sender, AgencyCode recipient, StatementWords why) {
        StatementSubject subject = new StatementSubject(parcel, sender, recipient);
        return new StatementOrder(
                subject, StatementKind.RECALL_REQUEST, Known.RECALL_REQUESTED, why, null, StatementDetail.NONE);
    }

    /** The recipient agrees (15) or declines (16). */
    public static StatementOrder answer(
            StatementSubject subject, StatementId request, Known answer, StatementWords words) {
        return new StatementOrder(
                subject, StatementKind.ANSWER, answer, words, null, StatementDetail.answering(request));
    }

    /** Any kind without a status. */
    public static StatementOrder plain(
            StatementSubject subject, StatementKind kind, StatementWords words, StatementDetail detail) {
        return new StatementOrder(subject, kind, null, words, null, detail);
    }

    /** The same, by this unit. */
    public StatementOrder by(@Nullable StatementActor who) {
        return new StatementOrder(subject, kind, status, words, who, detail);
    }

    /** The same with the number under which the recipient registered it, and until when it will be done. */
    public StatementOrder registered(String arrivalNumber, @Nullable LocalDate dueDate) {
        StatementDetail number = StatementDetail.registered(arrivalNumber, dueDate);
        return new StatementOrder(subject, kind, status, words, actor, number);
    }

    /** Returns whether the statement says just that. */
    public boolean says(Statement statement) {
        return statement.kind() == kind
                && statement.status() == status
                && statement.words().equals(words)
                && statement.detail().equals(detail);
    }

    /** Returns the code of the recipient of the parcel, whoever speaks. */
    public AgencyCode recipient() {
        return kind.isSenders() ? subject.to() : subject.from();
    }
}
