package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;

/**
 * What a sender asks for, before its files are read.
 *
 * @param sender the agency in whose name the caller speaks
 * @param recipients whom it is for, as the sender named them
 * @param allowPartial whether the document goes to the others when some recipients cannot be served
 * @param expiresAt when delivery is given up; empty for the usual time
 * @param metadata what is known about the document
 * @param idempotencyKey digest of the key that the sender chose for this request
 * @param request digest of the request, without its files
 * @param submittedBy identifier of the API key or account; never a person's name
 */
public record DispatchOrder(
        AgencyCode sender,
        List<AgencyCode> recipients,
        boolean allowPartial,
        Optional<Instant> expiresAt,
        DocumentMetadata metadata,
        Sha256 idempotencyKey,
        Sha256 request,
        String submittedBy) {

    /** Copies the recipients. */
    public DispatchOrder {
        recipients = List.copyOf(recipients);
    }
}
