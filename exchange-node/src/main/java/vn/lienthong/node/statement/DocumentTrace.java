package vn.lienthong.node.statement;

import java.util.List;
import java.util.Locale;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Tells what has happened to a document inside the recipient, for whoever decides about a recall. Implemented as a bean. */
@FunctionalInterface
public interface DocumentTrace {

    /** One sentence per step, oldest first; empty when it knows nothing of the document. */
    List<String> of(ParcelId parcel, AgencyCode recipient, Locale language);
}
