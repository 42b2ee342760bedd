package vn.lienthong.node.soap.internal.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Xml;
import vn.lienthong.node.statement.door.RecipientDoor;
import vn.lienthong.node.statement.door.SenderDoor;
import vn.lienthong.node.statement.door.StatementAnswers;
import vn.lienthong.node.statement.door.StatementRequests;

/** {@code SendStatus}, {@code Recall}, {@code Answer} and {@code Statements}: what agencies state about documents. */
@InNodeRole
@Endpoint
class StatementEndpoint {

    private final SenderDoor sender;
    private final RecipientDoor recipient;

    StatementEndpoint(SenderDoor sender, RecipientDoor recipient) {
        this.sender = sender;
        this.recipient = recipient;
    }

    private static @Nullable String given(Asked asked, String name) {
        return asked.find(name).map(Asked::text).orElse(null);
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "SendStatus")
    @ResponsePayload
    public Element status(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        Asked asked = call.asked();
        var request = new StatementRequests.Status(
                asked.name("status"),
                given(asked, "reason"),
                given(asked, "text"),
                given(asked, "unit"),
                given(asked, "position"),
                given(asked, "arrivalNumber"),
                asked.name("dueDate"));
        return one("SendStatus", recipient.status(call.caller(), asked.name("entryId"), request));
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Answer")
    @ResponsePayload
    public Element answer(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        Asked asked = call.asked();
        var request = new StatementRequests.Answer(
                asked.flag("agreed"), given(asked, "text"), given(asked, "unit"), given(asked, "position"));
        return one("Answer", recipient.answer(call.caller(), asked.name("entryId"), request));
    }

    private static Element one(String operation, StatementAnswers.One made) {
        return Answers.answer(operation)
                .with("statement", xml -> Answers.statement(xml, made))
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Recall")
    @ResponsePayload
    public Element recall(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        Asked asked = call.asked();
        List<@Nullable String> recipients = new ArrayList<>(asked.names("recipients"));
        var request = new StatementRequests.Act(
                recipients,
                given(asked, "reason"),
                given(asked, "text"),
                given(asked, "unit"),
                given(asked, "position"),
                null,
                null);
        var done = sender.recall(call.caller(), asked.name("parcelId"), request);
        return Answers.answer("Recall")
                .each(
                        "results",
                        done.results().entrySet(),
                        (xml, one) -> xml.put("recipient", one.getKey()).put("result", one.getValue()))
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Statements")
    @ResponsePayload
    public Element statements(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        String parcel = call.asked().name("parcelId");
        List<StatementAnswers.AtRecipient> all = parcel.isEmpty()
                ? List.of(recipient.list(call.caller(), call.asked().name("entryId")))
                : sender.list(call.caller(), parcel).recipients();
        Xml answer = Answers.answer("Statements");
        Answers.standings(answer, all);
        return answer.element();
    }
}
