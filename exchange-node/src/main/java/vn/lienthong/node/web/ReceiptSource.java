package vn.lienthong.node.web;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.party.AgencyCode;

/** Makes receipts of deliveries; the module that keeps evidence implements it. Whether somebody may have one is for the caller. */
@FunctionalInterface
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
}
