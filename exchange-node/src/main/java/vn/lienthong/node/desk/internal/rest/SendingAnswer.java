package vn.lienthong.node.desk.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.Problem.Warning;

/**
 * A request to send uploaded files, as REST shows it.
 *
 * @param requestId its temporary name
 * @param state {@code VALIDATING}, {@code ACCEPTED} or {@code REFUSED}
 * @param createdAt when it came
 * @param parcelId the final name, when accepted
 * @param problem why, when refused
 * @param test true when the key was for trying out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SendingAnswer(
        String requestId,
        String state,
        String createdAt,
        @Nullable String parcelId,
        @JsonRawValue @Nullable String problem,
        @Nullable Boolean test) {

    static SendingAnswer of(SendingRequest request) {
        ParcelId parcel = request.outcome().parcelId();
        return new SendingAnswer(
                request.id().toString(),
                request.state().name(),
                Timestamps.format(request.createdAt()),
                parcel == null ? null : parcel.toString(),
                request.outcome().problem(),
                request.caller().test() ? Boolean.TRUE : null);
    }

    /**
     * Why a request was refused.
     *
     * @param code from the catalogue
     * @param title of the code, in Vietnamese
     * @param errors where
     * @param warnings what could have been acknowledged
     */
    record Refusal(String code, String title, List<FieldProblem> errors, List<Warning> warnings) {}
}
