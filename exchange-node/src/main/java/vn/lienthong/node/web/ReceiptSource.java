package vn.lienthong.node.web;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;

/** Makes receipts of deliveries; the module that keeps evidence implements it. Whether somebody may have one is for the caller. */
public interface ReceiptSource {
    /**
     * The receipt of the delivery to one recipient: one page as PDF with evidence and proofs inside. Taking it is an event.
     *
     * @param sender who sent the parcel
     * @param parcel identifier of the parcel
     * @param recipient to whom
     * @return empty when there is no evidence about it
     */
    Optional<Download> receipt(AgencyCode sender, UUID parcel, AgencyCode recipient);

    /**
     * Everything that proves what happened to a parcel, to be checked offline. Taking it is an event.
     *
     * @param sender who sent the parcel
     * @param parcel identifier of the parcel
     * @return empty when there is no evidence about it
     */
    Optional<Download> dossier(AgencyCode sender, UUID parcel);

    /**
     * How the receipt of the delivery to one recipient stands.
     *
     * @param sender who sent the parcel
     * @param parcel identifier of the parcel
     * @param recipient to whom
     * @return without pieces when there is no evidence about it
     */
    Standing standing(AgencyCode sender, UUID parcel, AgencyCode recipient);

    /**
     * How the receipt of one delivery stands.
     *
     * @param pieces of evidence
     * @param complete how many of them have their proof of the log
     * @param witnesses how many witnesses stand behind the latest of those
     */
    record Standing(int pieces, int complete, int witnesses) {
        /** Whether a proof of some piece is still under way. */
        public boolean isPending() {
            return complete < pieces;
        }
    }
}
