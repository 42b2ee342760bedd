package vn.lienthong.node.soap.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ws.context.MessageContext;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.soap.internal.access.SoapCallers.Identified;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Attachments;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.soap.internal.wire.Outgoing;

/** One call on its way through the dispatcher. Belongs to one thread. */
public final class SoapCall {

    private static final String PROPERTY = SoapCall.class.getName();
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Envelope envelope;
    private final String action;
    private final Attachments attachments;
    private final Outgoing outgoing;
    private @Nullable Identified identified;

    SoapCall(
            HttpServletRequest request,
            HttpServletResponse response,
            Envelope envelope,
            String action,
            Attachments attachments,
            Outgoing outgoing) {
        this.request = request;
        this.response = response;
        this.envelope = envelope;
        this.action = action;
        this.attachments = attachments;
        this.outgoing = outgoing;
    }

    /** Returns the call that a context belongs to. */
    public static SoapCall of(MessageContext context) {
        if (context.getProperty(PROPERTY) instanceof SoapCall call) {
            return call;
        }
        throw new IllegalStateException("every context of this door has its call");
    }

    void attachTo(MessageContext context) {
        context.setProperty(PROPERTY, this);
    }

    void identifiedAs(Identified found) {
        this.identified = found;
    }

    /** Returns who calls. */
    public ApiCaller caller() {
        return identified().caller();
    }

    /** Returns whether the message is signed. */
    public boolean signed() {
        return identified().signed();
    }

    private Identified identified() {
        if (identified == null) {
            throw new IllegalStateException("nothing is done for a caller who is not known");
        }
        return identified;
    }

    /** Returns what was asked for: the element of which a signature, if any, was verified. */
    public Asked asked() {
        return new Asked(envelope.payload());
    }

    /** Returns what WS-Addressing calls the message; empty when it says nothing. */
    public Optional<String> messageId() {
        return addressing("MessageID");
    }

    Optional<String> addressing(String name) {
        return envelope.header(ADDRESSING, name)
                .map(block -> block.getTextContent().strip());
    }

    /** Returns the attachments that came along. */
    public Attachments attachments() {
        return attachments;
    }

    /** Returns the attachments of the answer. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /** Returns how many octets the request announces; -1 when it does not. */
    public long announced() {
        return request.getContentLengthLong();
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    Envelope envelope() {
        return envelope;
    }

    /** What HTTP says is asked for; empty when it says nothing. */
    String action() {
        return action;
    }
}
