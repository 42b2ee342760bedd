package vn.lienthong.node.soap.internal.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Xml;
import vn.lienthong.node.statement.door.SenderDoor;
import vn.lienthong.node.web.Download;

/** {@code Status}, {@code ListDispatches} and {@code Receipt}: what became of documents that were handed in. */
@InNodeRole
@Endpoint
class DispatchEndpoint {

    private static final int PAGE = 50;
    private static final int MOST = 199;

    private final Dispatches dispatches;
    private final SenderDoor statements;
    private final Papers papers;
    private final DirectoryView directory;
    private final InstantSource clock;

    DispatchEndpoint(
            Dispatches dispatches, SenderDoor statements, Papers papers, DirectoryView directory, InstantSource clock) {
        this.dispatches = dispatches;
        this.statements = statements;
        this.papers = papers;
        this.directory = directory;
        this.clock = clock;
    }

    /** Who may send may also follow; {@code TRACK} is for those who may only look. */
    private static ApiCaller follower(SoapCall call) {
        if (!call.caller().may(ApiScope.SUBMIT)) {
            Permissions.require(call.caller(), ApiScope.TRACK);
        }
        return call.caller();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Status")
    @ResponsePayload
    public Element status(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = follower(call);
        Asked asked = call.asked();
        String stage = asked.name("state");
        Instant deadline = clock.instant().plusSeconds(asked.number("wait", 0));
        Dispatch dispatch = ParcelId.parse(asked.name("parcelId"))
                .flatMap(id -> dispatches.await(
                        caller.agency(),
                        id,
                        stage.isEmpty() ? DeliveryStage.CONSIGNED : DeliveryStage.valueOf(stage),
                        deadline))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        var page = statements.list(caller, dispatch.parcelId().toString());
        Xml answer = Answers.answer("Status").with("dispatch", xml -> Answers.dispatch(xml, dispatch, names()));
        Answers.standings(answer, page.recipients());
        return answer.element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "ListDispatches")
    @ResponsePayload
    public Element list(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = follower(call);
        Optional<ParcelId> before = call.asked().find("before").map(text -> parcel(call.asked(), "before"));
        int size = Math.min((int) call.asked().number("pageSize", PAGE), MOST);
        // One more than shown tells whether there is a next page.
        List<Dispatch> found = dispatches.list(caller.agency(), before, size + 1);
        List<Dispatch> shown = found.subList(0, Math.min(size, found.size()));
        AgencyNames names = names();
        return Answers.answer("ListDispatches")
                .each("dispatches", shown, (xml, one) -> Answers.dispatch(xml, one, names))
                .put("nextBefore", found.size() > size ? shown.getLast().parcelId() : null)
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Receipt")
    @ResponsePayload
    public Element receipt(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = follower(call);
        Asked asked = call.asked();
        Dispatch dispatch = dispatches
                .find(caller.agency(), parcel(asked, "parcelId"))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        Xml answer = Answers.answer("Receipt");
        papers.evidence(answer, dispatch.parcelId());
        String recipient = asked.name("recipient");
        if (!recipient.isEmpty()) {
            Download page = papers.page(dispatch, recipient, asked.flag("withSubject"));
            answer.put("name", page.fileName())
                    .putReference(
                            "content",
                            call.outgoing()
                                    .attach(
                                            page.mediaType(),
                                            out -> page.content().writeTo(out)));
        }
        return answer.element();
    }

    private static ParcelId parcel(Asked asked, String name) {
        return ParcelId.parse(asked.name(name)).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private AgencyNames names() {
        return new AgencyNames(directory.current(), clock.instant());
    }
}
