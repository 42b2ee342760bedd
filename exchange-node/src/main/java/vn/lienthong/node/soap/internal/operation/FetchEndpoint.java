package vn.lienthong.node.soap.internal.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.desk.door.ReadingDoor;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.edxml.EdxmlOutlet;
import vn.lienthong.node.edxml.EdxmlWritten;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Outgoing;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** {@code Fetch}: the octets of a document, streamed to the holder of the lease. */
@InNodeRole
@Endpoint
class FetchEndpoint {

    private static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private final Inbox inbox;
    private final ReadingDoor reading;
    private final EdxmlOutlet edxml;

    FetchEndpoint(Inbox inbox, ReadingDoor reading, EdxmlOutlet edxml) {
        this.inbox = inbox;
        this.reading = reading;
        this.edxml = edxml;
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Fetch")
    @ResponsePayload
    public Element fetch(MessageContext context) throws IOException {
        SoapCall call = SoapCall.of(context);
        Permissions.require(call.caller(), ApiScope.RECEIVE);
        return switch (call.asked().name("part")) {
            case "FILE" -> file(call);
            case "EDXML" -> edxml(call);
            default -> wholePackage(call);
        };
    }

    private Element wholePackage(SoapCall call) throws IOException {
        PackageAccess.Opened opened = open(call);
        reading.wholePackage(opened, null);
        String reference = call.outgoing().attach(ASIC, new PackageContent(opened.content()));
        return Answers.answer("Fetch")
                .put("name", "goi-tin-" + call.asked().number("entryId", 0) + ".asice")
                .put("mediaType", ASIC)
                .put("size", opened.content().size())
                .put("sha512", opened.packageSha512().hex())
                .putReference("content", reference)
                .element();
    }

    private Element file(SoapCall call) throws IOException {
        PackageAccess.Opened opened = open(call);
        int number = (int) call.asked().number("fileNumber", 0);
        if (number < 1 || number > opened.document().attachments().size()) {
            opened.content().close();
            throw Unfit.invalid("fileNumber", "Văn bản không có tệp mang số này");
        }
        reading.file(opened, number);
        Attachment file = opened.document().attachments().get(number - 1);
        String reference = call.outgoing()
                .attach(
                        file.mediaType(),
                        new FileContent(opened.content(), PackageLayout.file(number - 1, file.name())));
        return Answers.answer("Fetch")
                .put("name", file.name().value())
                .put("mediaType", file.mediaType())
                .put("size", file.size())
                .put("sha512", file.sha512().hex())
                .putReference("content", reference)
                .element();
    }

    /** What is wrong with it shows before the first octet, and then still becomes a fault. */
    private Element edxml(SoapCall call) {
        ApiCaller caller = call.caller();
        Asked asked = call.asked();
        long entry = asked.number("entryId", 0);
        var lease = Optional.of(InboxEndpoint.lease(asked));
        Outgoing.Content content = out -> {
            switch (edxml.write(Set.of(caller.agency()), entry, lease, out)) {
                case EdxmlWritten.Written _ -> {}
                case EdxmlWritten.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
                case EdxmlWritten.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
                case EdxmlWritten.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
                case EdxmlWritten.Unwritable(ErrorCode code) -> throw new ProblemException(code);
            }
        };
        return Answers.answer("Fetch")
                .put("name", "van-ban-" + entry + ".edxml")
                .put("mediaType", "text/xml")
                .putReference("content", call.outgoing().attach("text/xml", content))
                .element();
    }

    private PackageAccess.Opened open(SoapCall call) throws IOException {
        long entry = call.asked().number("entryId", 0);
        return switch (inbox.open(call.caller().agency(), entry, InboxEndpoint.lease(call.asked()))) {
            case PackageAccess.Opened opened -> opened;
            case PackageAccess.NotLeased() -> throw new ProblemException(ErrorCode.LEASE_UNKNOWN);
            case PackageAccess.LeaseEnded() -> throw new ProblemException(ErrorCode.LEASE_EXPIRED);
            case PackageAccess.Absent() -> {
                reading.absent("inbox/" + entry);
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
        };
    }

    /** The whole package, decrypted while it is written. */
    private record PackageContent(OpenPackage opened) implements Outgoing.Content {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream all = opened.range(0, opened.size())) {
                long _ = all.transferTo(out);
            }
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }

    /** One file, the whole package checked again meanwhile. */
    private record FileContent(OpenPackage opened, String object) implements Outgoing.Content {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            opened.copyFile(object, out);
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }
}
