package vn.lienthong.node.soap.internal.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.desk.door.ReadingDoor;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Unfit;
import vn.lienthong.node.soap.internal.wire.Xml;

/** {@code ListInbox}, {@code Lease}, {@code Acknowledge} and {@code Refuse}: taking documents that arrived. */
@InNodeRole
@Endpoint
class InboxEndpoint {

    private static final int PAGE = 50;
    private static final int LONGEST_TEXT = 400;

    private final Inbox inbox;
    private final ReadingDoor reading;
    private final InstantSource clock;

    InboxEndpoint(Inbox inbox, ReadingDoor reading, InstantSource clock) {
        this.inbox = inbox;
        this.reading = reading;
        this.clock = clock;
    }

    private static ApiCaller receiver(SoapCall call) {
        Permissions.require(call.caller(), ApiScope.RECEIVE);
        return call.caller();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "ListInbox")
    @ResponsePayload
    public Element list(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = receiver(call);
        Asked asked = call.asked();
        int size = (int) asked.number("pageSize", PAGE);
        long after = Math.max(0, asked.number("after", 0));
        Instant deadline = clock.instant().plusSeconds(asked.number("wait", 0));
        // One more than shown tells whether there is a next page.
        List<InboxEntry> found = inbox.waiting(caller.agency(), after, size + 1, deadline);
        List<InboxEntry> shown = found.subList(0, Math.min(size, found.size()));
        return Answers.answer("ListInbox")
                .each("entries", shown, Answers::entry)
                .put("next", found.size() > size ? shown.getLast().entryId() : null)
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Lease")
    @ResponsePayload
    public Element lease(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = receiver(call);
        long entry = call.asked().number("entryId", 0);
        Optional<UUID> renewed = call.asked().find("leaseId").map(_ -> lease(call.asked()));
        return switch (inbox.lease(caller.agency(), entry, renewed)) {
            case LeaseAnswer.Granted granted -> {
                reading.viewed(granted.parcelId(), granted.document(), caller.agency());
                yield granted(granted);
            }
            case LeaseAnswer.Held _ -> throw new ProblemException(ErrorCode.REQUEST_IN_PROGRESS);
            case LeaseAnswer.Settled() -> throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
            case LeaseAnswer.Absent() -> {
                reading.absent("inbox/" + entry);
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
        };
    }

    private static Element granted(LeaseAnswer.Granted granted) {
        Xml answer = Answers.answer("Lease")
                .put("leaseId", granted.leaseId())
                .put("until", Timestamps.format(granted.until()))
                .put("parcelId", granted.parcelId())
                .put("packageSize", granted.packageSize())
                .put("packageSha512", granted.packageSha512().hex());
        int number = 0;
        for (Attachment file : granted.document().attachments()) {
            number++;
            int counted = number;
            answer.with(
                    "files",
                    xml -> xml.put("number", counted)
                            .put("name", file.name().value())
                            .put("mediaType", file.mediaType())
                            .put("size", file.size())
                            .put("sha512", file.sha512().hex()));
        }
        return answer.with(
                        "document",
                        xml -> DocumentXml.write(xml, granted.document().metadata()))
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Acknowledge")
    @ResponsePayload
    public Element acknowledge(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = receiver(call);
        Sha512 computed = Sha512.fromHex(call.asked().name("packageSha512")).orElseThrow(InboxEndpoint::otherDigest);
        return settled(
                "Acknowledge",
                inbox.acknowledge(caller.agency(), call.asked().number("entryId", 0), lease(call.asked()), computed));
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Refuse")
    @ResponsePayload
    public Element refuse(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        ApiCaller caller = receiver(call);
        Asked asked = call.asked();
        return settled(
                "Refuse",
                inbox.refuse(
                        caller.agency(),
                        asked.number("entryId", 0),
                        lease(asked),
                        ClerkReason.valueOf(asked.name("reason")),
                        words(asked)));
    }

    private static String words(Asked asked) {
        try {
            return BoundedText.lines("text", asked.text("text"), 0, LONGEST_TEXT);
        } catch (IllegalArgumentException e) {
            throw Unfit.invalid("text", "Nhiều nhất 400 ký tự, không có ký tự điều khiển");
        }
    }

    static UUID lease(Asked asked) {
        // The contract has checked its form.
        return UUID.fromString(asked.name("leaseId"));
    }

    private static ProblemException otherDigest() {
        return Unfit.invalid("packageSha512", "Không phải mã băm của gói tin; văn bản vẫn chưa được nhận");
    }

    private static Element settled(String operation, Settlement settlement) {
        return switch (settlement) {
            case Settlement.Done(var evidence) ->
                Answers.answer(operation)
                        .with("evidence", xml -> Answers.evidence(xml, evidence, true, null))
                        .element();
            case Settlement.OtherDigest() -> throw otherDigest();
            case Settlement.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
            case Settlement.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
            case Settlement.AlreadySettled() -> throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
            case Settlement.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
        };
    }
}
