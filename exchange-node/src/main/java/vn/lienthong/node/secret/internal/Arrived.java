package vn.lienthong.node.secret.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.secret.SecretLine;

/**
 * A document that arrived, as its row holds it, with what is written about it opened.
 *
 * @param id its name
 * @param agency the code under which it was addressed
 * @param entryId its entry of the inbox
 * @param parcelId its parcel
 * @param level how secret
 * @param receivedAt when it arrived
 * @param state what became of it
 * @param document what its sender wrote
 * @param twoToOpen whether two open it
 * @param generation of its shares
 * @param nodeShare the node's share; null while nobody has the other one
 * @param protectedUntil the last day of protection
 * @param declassifyOn the day on which to look again; null without
 * @param proposedBy who proposed to declassify it; null without
 * @param proposedWhy for what reason; empty without
 * @param confirmedBy who confirmed; null before
 * @param confirmedAt when; null before
 * @param registered its number in the book; empty before
 */
record Arrived(
        SecretId id,
        AgencyCode agency,
        long entryId,
        ParcelId parcelId,
        Secrecy level,
        Instant receivedAt,
        SecretLine.State state,
        Document document,
        boolean twoToOpen,
        int generation,
        @Nullable Octets nodeShare,
        LocalDate protectedUntil,
        @Nullable LocalDate declassifyOn,
        @Nullable LoginName proposedBy,
        String proposedWhy,
        @Nullable LoginName confirmedBy,
        @Nullable Instant confirmedAt,
        String registered) {

    @Override
    public String toString() {
        return "Arrived[" + id + "]";
    }
}
