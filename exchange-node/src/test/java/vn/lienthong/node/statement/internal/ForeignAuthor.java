package vn.lienthong.node.statement.internal;

import java.time.Instant;
import java.time.InstantSource;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.signature.DualSignature;

/** Writes statements as another node would, honestly or not. */
final class ForeignAuthor {

    private final TimeOrderedIds ids;
    private final InstantSource clock;

    ForeignAuthor(TimeOrderedIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Statement status(ParcelId parcel, AgencyCode from, AgencyCode to, Known status) {
        return new Statement(
                new StatementId(ids.next()),
                new StatementSubject(parcel, from, to),
                StatementKind.STATUS,
                clock.instant(),
                status,
                StatementWords.NONE,
                null,
                StatementDetail.NONE);
    }

    Statement recall(ParcelId parcel, AgencyCode from, AgencyCode to, String why) {
        return new Statement(
                new StatementId(ids.next()),
                new StatementSubject(parcel, from, to),
                StatementKind.RECALL_REQUEST,
                clock.instant(),
                Known.RECALL_REQUESTED,
                StatementWords.of(why),
                null,
                StatementDetail.NONE);
    }

    Statement at(Instant time, Statement like) {
        return new Statement(
                like.id(), like.subject(), like.kind(), time, like.status(), like.words(), null, like.detail());
    }

    static SignedStatement signed(Statement statement, DualSigningKey key) {
        byte[] octets = WireFormats.STATEMENT.encode(statement);
        return new SignedStatement(
                Octets.of(octets),
                Octets.of(DualSignature.sign(SignedStatement.signatureInput(octets), key, statement.at())));
    }
}
