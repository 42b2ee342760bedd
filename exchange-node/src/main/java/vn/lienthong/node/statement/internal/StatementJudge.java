package vn.lienthong.node.statement.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;

/** Decides whether a statement that another node brings may be believed ({@code docs/protocol §7.2}). */
@Component
@InNodeRole
class StatementJudge {

    /** How far the clocks of nodes may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final ParcelParties parties;
    private final Served served;
    private final StatementSignatures signatures;
    private final InstantSource clock;

    StatementJudge(ParcelParties parties, Served served, StatementSignatures signatures, InstantSource clock) {
        this.parties = parties;
        this.served = served;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** What the statement turned out to be. */
    sealed interface Verdict {

        /** Its author's, about a parcel between the two. */
        record Genuine(KeptStatement statement) implements Verdict {}

        /**
         * Not to be believed.
         *
         * @param code why
         * @param detail why, for the log
         */
        record Unsound(ErrorCode code, String detail) implements Verdict {}
    }

    Verdict judge(NodeId from, SignedStatement signed, Statement statement) {
        if (!isKnown(statement)) {
            return new Verdict.Unsound(ErrorCode.NOT_FOUND, "no such parcel between the two");
        }
        Instant now = clock.instant();
        if (statement.at().isAfter(now.plus(TOLERANCE))
                || statement.at().isBefore(made(statement.subject().parcelId()).minus(TOLERANCE))) {
            return invalid("stated at a time that cannot be");
        }
        List<AgencyEntry> speakers = served.speakers(statement.subject().from(), statement.at()).stream()
                .filter(speaker -> speaker.node().equals(from))
                .toList();
        if (speakers.isEmpty()) {
            return invalid("the author is not served by the node that sends it");
        }
        return signatures
                .fault(signed, statement, speakers)
                .<Verdict>map(StatementJudge::invalid)
                .orElseGet(
                        () -> new Verdict.Genuine(new KeptStatement(statement, signed, false, Timestamps.millis(now))));
    }

    private boolean isKnown(Statement statement) {
        StatementSubject subject = statement.subject();
        return statement.kind().isSenders()
                ? parties.arrived(subject.parcelId(), subject.to())
                        .filter(arrived -> arrived.sender().equals(subject.from()))
                        .isPresent()
                : parties.sent(subject.parcelId(), subject.from())
                        .filter(sent -> sent.sender().equals(subject.to()))
                        .isPresent();
    }

    /** The identifier of a parcel holds the time at which it was made (RFC 9562 §5.7). */
    private static Instant made(ParcelId parcel) {
        return Instant.ofEpochMilli(parcel.value().getMostSignificantBits() >>> Short.SIZE);
    }

    private static Verdict invalid(String detail) {
        return new Verdict.Unsound(ErrorCode.STATEMENT_INVALID, detail);
    }
}
