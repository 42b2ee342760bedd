package vn.lienthong.node.incoming.internal.work;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentOnDesk;

/** Where the page of a document that arrived is. */
@Component
@InNodeRole
class ArrivedPlaces implements DocumentOnDesk {

    private final DocumentRows rows;

    ArrivedPlaces(DocumentRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Place> find(ParcelId parcel, AgencyCode agency) {
        return rows.findParcel(parcel, agency)
                .map(document -> new Place(document.facts().code().display(), "/incoming/" + document.id()));
    }
}
