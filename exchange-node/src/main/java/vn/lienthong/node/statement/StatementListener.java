package vn.lienthong.node.statement;

import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Hears of statements inside the very transaction that keeps them. All beans are called; what one throws undoes the statement, and
 * the other node sends it again: be quick and do not fail. Between two agencies of this node {@link #arrived} and {@link #stated} are both called.
 */
public interface StatementListener {

    /** Another agency has stated something to an agency of this node. */
    default void arrived(KeptStatement statement) {}

    /** An agency of this node has stated something. */
    default void stated(KeptStatement statement) {}

    /** The sender has asked for a document back before it had left this node for these recipients: they never get it. */
    default void stopped(ParcelId parcel, Set<AgencyCode> recipients) {}
}
