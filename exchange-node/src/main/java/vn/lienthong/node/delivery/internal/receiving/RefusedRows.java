package vn.lienthong.node.delivery.internal.receiving;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.internal.rows.RefusedParcelRow;
import vn.lienthong.node.platform.InNodeRole;

/** Where it is written down that a parcel or a stranger was turned away: a row for operators, an event for security officers. */
@Component
@InNodeRole
class RefusedRows {

    private final EntityManager entities;
    private final TimeOrderedIds ids;
    private final AuditTrail trail;

    RefusedRows(EntityManager entities, TimeOrderedIds ids, AuditTrail trail) {
        this.entities = entities;
        this.ids = ids;
        this.trail = trail;
    }

    /** The row, in the caller's transaction. */
    void parcel(NodeId from, @Nullable ParcelId parcel, ErrorCode code, Instant now) {
        entities.persist(RefusedParcelRow.ofParcel(ids.next(), from, parcel, code, now));
    }

    /** The row, in the caller's transaction. */
    void stranger(@Nullable Sha256 certificate, ErrorCode code, Instant now) {
        entities.persist(RefusedParcelRow.ofStranger(ids.next(), certificate, code, now));
    }

    /** The event; counted when there are too many of them. */
    void tell(NodeId from, Refusal refusal) {
        SecurityEvent event = SecurityEvent.blocked(
                        EventKind.PARCEL_REFUSE, refusal.code().code())
                .by(Actor.node(from.value()));
        trail.recordRefusal(refusal.parcelId()
                .map(parcel -> event.on(EventObject.document(parcel)))
                .orElse(event));
    }
}
