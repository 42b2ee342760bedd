package vn.lienthong.core.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.core.value.Octets;

/** Random but reproducible statements. */
final class StatementSamples {

    private final Samples some;

    StatementSamples(Samples some) {
        this.some = some;
    }

    StatementBatch batch() {
        return new StatementBatch(Stream.generate(this::signed).limit(choice(4)).toList());
    }

    private SignedStatement signed() {
        return new SignedStatement(Octets.of(WireFormats.STATEMENT.encode(statement())), some.octets(1, 3000));
    }

    Statement statement() {
        StatementKind kind = some.any(StatementKind.class);
        Known status = status(kind);
        AgencyCode from = some.code();
        AgencyCode to = some.code();
        return new Statement(
                new StatementId(some.parcelId().value()),
                new StatementSubject(some.parcelId(), from, to.equals(from) ? new AgencyCode("vxp.saas.04") : to),
                kind,
                some.instant(),
                status,
                new StatementWords("R" + choice(90), some.coin() ? some.text(1, 60) : ""),
                some.coin() ? new StatementActor("Phòng " + choice(9), some.coin() ? "Trưởng phòng" : "") : null,
                detail(kind, status));
    }

    private @Nullable Known status(StatementKind kind) {
        return switch (kind) {
            case STATUS ->
                List.of(Known.ARRIVED, Known.REFUSED, Known.RECEIVED, Known.COMPLETED)
                        .get(choice(4));
            case RECALL_REQUEST -> Known.RECALL_REQUESTED;
            case ANSWER -> some.coin() ? Known.AGREED : Known.DECLINED;
            case UPDATE, REPLACEMENT, CORRECTION, REMINDER, WITHDRAWN -> null;
        };
    }

    private StatementDetail detail(StatementKind kind, @Nullable Known status) {
        return switch (kind) {
            case ANSWER, WITHDRAWN ->
                StatementDetail.answering(new StatementId(some.parcelId().value()));
            case REPLACEMENT, CORRECTION -> StatementDetail.naming(some.parcelId());
            case UPDATE -> StatementDetail.changing(List.of("Hạn " + choice(30)));
            case STATUS ->
                status == Known.RECEIVED
                        ? StatementDetail.registered("" + (1 + choice(900)), LocalDate.of(2026, 1 + choice(12), 1))
                        : StatementDetail.NONE;
            case RECALL_REQUEST, REMINDER -> StatementDetail.NONE;
        };
    }

    private int choice(int bound) {
        return (int) (some.sha256().first() & 0xFFFF) % bound;
    }
}
