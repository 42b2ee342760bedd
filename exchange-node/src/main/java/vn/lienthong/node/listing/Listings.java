package vn.lienthong.node.listing;

import java.util.Optional;
import vn.lienthong.node.identity.Person;

/** Starts exports. Their pages are at {@code /listings/…}. */
public interface Listings {

    /** Where the page of an export is, followed by its id. */
    String PATH = "/listings/";

    /**
     * Starts an export; an event before anything is read.
     *
     * @param export what
     * @param format as what
     * @param by who asks, and alone may fetch the file
     * @return the job; empty when too many are waiting
     */
    Optional<ListJob> start(ListExport export, ListFormat format, Person by);
}
