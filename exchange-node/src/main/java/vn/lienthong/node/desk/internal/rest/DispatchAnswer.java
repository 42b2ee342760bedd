package vn.lienthong.node.desk.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Dispatch;

/**
 * A dispatch as REST shows it (docs/rest-api.md).
 *
 * @param parcelId its parcel
 * @param createdAt when it was accepted
 * @param expiresAt when delivery is given up
 * @param urgency 0 to 4
 * @param payloadSize octets that travel
 * @param packageSha512 hex digest of the signed package
 * @param document what may be shown of the document
 * @param deliveries one per recipient
 * @param refusedRecipients who was left out; only in the answer to the request that sends
 * @param test true when the key was for trying out and nothing has left; only in the answer to the request that sends
 */
record DispatchAnswer(
        String parcelId,
        String createdAt,
        String expiresAt,
        int urgency,
        long payloadSize,
        String packageSha512,
        Dispatch.Summary document,
        List<Delivery> deliveries,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RefusedRecipient> refusedRecipients,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean test) {

    static DispatchAnswer of(Dispatch dispatch, AgencyNames names, @Nullable List<RefusedRecipient> refused) {
        return new DispatchAnswer(
                dispatch.parcelId().toString(),
                Timestamps.format(dispatch.createdAt()),
                Timestamps.format(dispatch.expiresAt()),
                dispatch.urgency(),
                dispatch.payloadSize(),
                dispatch.packageSha512(),
                dispatch.document(),
                dispatch.deliveries().stream()
                        .map(leg -> Delivery.of(leg, names))
                        .toList(),
                refused,
                null);
    }

    DispatchAnswer byTestKey(boolean testing) {
        return new DispatchAnswer(
                parcelId,
                createdAt,
                expiresAt,
                urgency,
                payloadSize,
                packageSha512,
                document,
                deliveries,
                refusedRecipients,
                testing ? Boolean.TRUE : null);
    }

    /**
     * One recipient's delivery.
     *
     * @param recipient agency code
     * @param name the agency's name in the directory; empty when it is not listed any more
     * @param node the node that serves it
     * @param state where it stands
     * @param since since when
     * @param reason why it was refused; null otherwise
     */
    record Delivery(
            String recipient,
            String name,
            String node,
            String state,
            String since,
            @Nullable Reason reason) {

        static Delivery of(Dispatch.Leg leg, AgencyNames names) {
            return new Delivery(
                    leg.recipient().value(),
                    names.of(leg.recipient()),
                    leg.node(),
                    leg.stage().name(),
                    Timestamps.format(leg.since()),
                    leg.reasonCode() == null ? null : Reason.of(leg.reasonCode()));
        }
    }

    /**
     * Why a delivery was refused.
     *
     * @param code from the catalogue
     * @param message its title in Vietnamese
     */
    record Reason(String code, String message) {

        static Reason of(String code) {
            return new Reason(
                    code, ErrorCode.find(code).map(ErrorCode::vietnamese).orElse(""));
        }
    }

    /**
     * A recipient to whom nothing was sent.
     *
     * @param recipient agency code
     * @param code why; null in a repeated answer, where it is not known any more
     * @param message why, in Vietnamese
     */
    record RefusedRecipient(String recipient, @Nullable String code, String message) {

        static RefusedRecipient of(RecipientCheck failure) {
            return new RefusedRecipient(
                    failure.recipient().value(),
                    RecipientFaults.code(failure).code(),
                    RecipientFaults.message(failure));
        }

        static RefusedRecipient earlier(AgencyCode recipient) {
            return new RefusedRecipient(recipient.value(), null, "Không gửi được ở lần gửi đầu");
        }
    }

    /**
     * A page of dispatches.
     *
     * @param dispatches newest first
     * @param nextPageToken asks for the page after this one; null at the end
     */
    record Page(List<DispatchAnswer> dispatches, @Nullable String nextPageToken) {}

    /**
     * The deliveries alone.
     *
     * @param deliveries one per recipient
     */
    record Deliveries(List<Delivery> deliveries) {}
}
