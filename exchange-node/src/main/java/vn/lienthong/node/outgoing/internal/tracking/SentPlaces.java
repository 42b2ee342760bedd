package vn.lienthong.node.outgoing.internal.tracking;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentOnDesk;

/** Where the page of a sent document is. */
@InNodeRole
@Component
class SentPlaces implements DocumentOnDesk {

    private final OutgoingRows rows;

    SentPlaces(OutgoingRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Place> find(ParcelId parcel, AgencyCode agency) {
        return rows.findSent(parcel)
                .filter(document -> document.agency().equals(agency))
                .map(document -> new Place(document.code(), "/outgoing/" + document.id()));
    }
}
