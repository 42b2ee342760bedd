package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.UUID;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha512;

/** The answer to the wish to take an entry. */
public sealed interface LeaseAnswer {

    /**
     * The entry is the caller's until then.
     *
     * @param parcelId its parcel
     * @param leaseId shown with every further call
     * @param until when it ends
     * @param packageSize octets of the signed package
     * @param packageSha512 its digest
     * @param document everything about the document
     */
    record Granted(
            ParcelId parcelId, UUID leaseId, Instant until, long packageSize, Sha512 packageSha512, Document document)
            implements LeaseAnswer {}

    /**
     * Somebody else is taking it.
     *
     * @param until when their lease ends
     */
    record Held(Instant until) implements LeaseAnswer {}

    /** It was taken or refused already. */
    record Settled() implements LeaseAnswer {}

    /** There is no such entry, or not for this agency. */
    record Absent() implements LeaseAnswer {}
}
