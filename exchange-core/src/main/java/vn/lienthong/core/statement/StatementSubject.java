package vn.lienthong.core.statement;

import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * About which parcel who speaks to whom: one of the two is its sender, the other one of its recipients.
 *
 * @param parcelId the parcel
 * @param from who states
 * @param to to whom
 */
public record StatementSubject(ParcelId parcelId, AgencyCode from, AgencyCode to) {}
