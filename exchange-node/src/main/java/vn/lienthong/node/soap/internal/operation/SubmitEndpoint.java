package vn.lienthong.node.soap.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.door.DocumentDoor;
import vn.lienthong.node.directory.DirectoryView;
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
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Unfit;
import vn.lienthong.node.soap.internal.wire.Xml;

/** {@code Submit}: hands a document in. */
@InNodeRole
@Endpoint
class SubmitEndpoint {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,128}");

    private final DocumentDoor documents;
    private final EdxmlIntake edxml;
    private final Dispatches dispatches;
    private final DirectoryView directory;
    private final InstantSource clock;
    private final DailyVolume volume;

    SubmitEndpoint(
            DocumentDoor documents,
            EdxmlIntake edxml,
            Dispatches dispatches,
            DirectoryView directory,
            InstantSource clock,
            DailyVolume volume) {
        this.documents = documents;
        this.edxml = edxml;
        this.dispatches = dispatches;
        this.directory = directory;
        this.clock = clock;
        this.volume = volume;
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Submit")
    @ResponsePayload
    public Element submit(MessageContext context) throws IOException {
        SoapCall call = SoapCall.of(context);
        Permissions.require(call.caller(), ApiScope.SUBMIT);
        String key = key(call);
        volume.require(call.caller().agency(), call.announced());
        Optional<Asked> message = call.asked().find("edxml");
        return message.isPresent() ? takeEdxml(call, key, message.get()) : takeFiles(call, key);
    }

    /** Clients make up a new wsa:MessageID when they try again; what stands in the body is the caller's own. */
    private static String key(SoapCall call) {
        String own = call.asked().name("messageId");
        String key = own.isEmpty() ? call.messageId().orElse("") : own;
        if (!VISIBLE.matcher(key).matches()) {
            throw Unfit.invalid("messageId", "Cần messageId hoặc wsa:MessageID, 1 đến 128 ký tự ASCII nhìn thấy được");
        }
        return key;
    }

    /** As REST keeps its keys: senders put anything into them, also what should not be stored. */
    private static Sha256 digest(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.US_ASCII));
    }

    private Element takeFiles(SoapCall call, String key) {
        var sent = documents.take(call.caller(), digest(key), new SubmittedParts(call));
        volume.add(call.caller().agency(), sent.repeated() ? 0 : sent.dispatch().payloadSize());
        return Answers.answer("Submit")
                .with("dispatch", xml -> Answers.dispatch(xml, sent.dispatch(), names()))
                .put("repeated", sent.repeated())
                .each(
                        "leftOut",
                        sent.leftOut(),
                        (xml, one) -> xml.put("recipient", one.recipient())
                                .put("code", one.code())
                                .put("message", one.message()))
                .element();
    }

    private Element takeEdxml(SoapCall call, String key, Asked message) throws IOException {
        ApiCaller caller = call.caller();
        if (caller.kind() != ApiKeyKind.LIVE) {
            // A message may be for anybody, and nothing of a trial may leave.
            throw new ProblemException(ErrorCode.RECIPIENT_OUT_OF_REACH);
        }
        List<AgencyCode> to =
                call.asked().names("recipients").stream().map(AgencyCode::new).toList();
        EdxmlCall said = new EdxmlCall(
                caller.agency(), Set.of(caller.agency()), "key:" + caller.key().value(), Optional.of(key), to);
        try (InputStream octets = SubmittedParts.edxml(call, message)) {
            return switch (edxml.take(said, octets)) {
                case EdxmlTaken.Sent(ParcelId parcel, boolean repeated, var leftOut) ->
                    sent(caller, parcel, repeated, leftOut);
                case EdxmlTaken.Stated(ParcelId _, var statements) ->
                    Answers.answer("Submit")
                            .put("repeated", false)
                            .each(
                                    "statementIds",
                                    statements.stream().map(Object::toString).toList())
                            .element();
                case EdxmlTaken.Refused(EdxmlRefusal refusal) -> throw problem(refusal);
            };
        }
    }

    private Element sent(ApiCaller caller, ParcelId parcel, boolean repeated, List<RecipientCheck> leftOut) {
        Xml answer = Answers.answer("Submit");
        dispatches.find(caller.agency(), parcel).ifPresent(found -> {
            volume.add(caller.agency(), repeated ? 0 : found.payloadSize());
            answer.with("dispatch", xml -> Answers.dispatch(xml, found, names()));
        });
        return answer.put("repeated", repeated)
                .each(
                        "leftOut",
                        leftOut,
                        (xml, one) -> xml.put("recipient", one.recipient())
                                .put("code", code(one).code())
                                .put("message", code(one).vietnamese()))
                .element();
    }

    private static ErrorCode code(RecipientCheck failure) {
        return failure.error().orElse(ErrorCode.RECIPIENT_WITHOUT_KEY);
    }

    private static ProblemException problem(EdxmlRefusal refusal) {
        ErrorCode code = refusal.code();
        String where = "edxml/" + refusal.element();
        return new ProblemException(code, List.of(new FieldProblem(where, code.code(), refusal.vietnamese())));
    }

    private AgencyNames names() {
        return new AgencyNames(directory.current(), clock.instant());
    }
}
