package vn.lienthong.node.statement;

import java.util.Optional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Knows the desk's pages of documents, for whoever tells people what was stated about them. Implemented as beans. */
@FunctionalInterface
public interface DocumentOnDesk {

    /**
     * The document of a parcel at an agency of this node, its sender or a recipient; empty when the desk does not know it.
     *
     * @param parcel the parcel
     * @param agency the code under which the agency sent or got it
     */
    Optional<Place> find(ParcelId parcel, AgencyCode agency);

    /**
     * Where a document is.
     *
     * @param name number and notation, never a subject; may be empty
     * @param href its page on this site
     */
    record Place(String name, String href) {}
}
