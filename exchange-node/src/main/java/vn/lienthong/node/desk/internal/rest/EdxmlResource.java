package vn.lienthong.node.desk.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.desk.internal.rest.DispatchAnswer.RefusedRecipient;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlIntake;
import vn.lienthong.node.edxml.EdxmlRefusal;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.gateway.DailyVolume;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiKeyKind;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /api/v1/edxml}: a message by QCVN 102 as it is, of whichever kind it turns out to be. */
@InNodeRole
@RestController
class EdxmlResource {
    private static final String EDXML = "application/edxml+xml";

    private final EdxmlIntake intake;
    private final DailyVolume volume;

    EdxmlResource(EdxmlIntake intake, DailyVolume volume) {
        this.intake = intake;
        this.volume = volume;
    }

    /**
     * What came of a message.
     *
     * @param parcelId the parcel that was made, or about which something was stated
     * @param refusedRecipients recipients to whom nothing is sent; only of letters
     * @param statements what was stated; only of statuses and recalls
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String parcelId,
            @Nullable List<RefusedRecipient> refusedRecipients,
            @Nullable List<String> statements) {}

    @PostMapping(
            path = "/api/v1/edxml",
            consumes = {EDXML, "application/xml", "text/xml", "multipart/related"})
    ResponseEntity<Answer> take(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        try {
            Permissions.require(caller, ApiScope.SUBMIT);
            if (caller.kind() != ApiKeyKind.LIVE) {
                // A message may be for anybody, and nothing of a trial may leave.
                throw new ProblemException(ErrorCode.RECIPIENT_OUT_OF_REACH);
            }
            volume.require(caller.agency(), request.getContentLengthLong());
            EdxmlCall call = new EdxmlCall(
                    caller.agency(),
                    Set.of(caller.agency()),
                    "key:" + caller.key().value(),
                    key == null
                            ? Optional.empty()
                            : Optional.of(IdempotencyKey.read(key).hex()),
                    List.of());
            ResponseEntity<Answer> answer = answer(intake.take(call, request.getInputStream()));
            volume.add(caller.agency(), request.getContentLengthLong());
            return answer;
        } finally {
            BodyRest.passOver(request);
        }
    }

    private static ResponseEntity<Answer> answer(EdxmlTaken taken) {
        return switch (taken) {
            case EdxmlTaken.Sent(var parcel, boolean repeated, var leftOut) -> {
                ResponseEntity.BodyBuilder answer = ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(URI.create("/api/v1/dispatches/" + parcel));
                if (repeated) {
                    answer.header(IdempotencyKey.REPLAYED, "true");
                }
                List<RefusedRecipient> refused =
                        leftOut.stream().map(RefusedRecipient::of).toList();
                yield answer.body(new Answer(parcel.toString(), refused, null));
            }
            case EdxmlTaken.Stated(var parcel, var statements) ->
                ResponseEntity.ok(new Answer(
                        parcel.toString(),
                        null,
                        statements.stream().map(StatementId::toString).toList()));
            case EdxmlTaken.Refused(EdxmlRefusal refusal) -> throw refused(refusal);
        };
    }

    private static ProblemException refused(EdxmlRefusal refusal) {
        List<FieldProblem> errors = new ArrayList<>();
        errors.add(new FieldProblem("/" + refusal.element(), refusal.code().code(), refusal.vietnamese()));
        refusal.recipients()
                .forEach(recipient -> errors.add(new FieldProblem(
                        "/MessageHeader/To/OrganId",
                        RecipientFaults.code(recipient).code(),
                        RecipientFaults.message(recipient))));
        return new ProblemException(refusal.code(), errors);
    }
}
