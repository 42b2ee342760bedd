package vn.lienthong.node.soap.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.ws.soap.SoapMessage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.desk.door.BodyRest;
import vn.lienthong.node.desk.door.BrokenFormException;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.wire.Attachments;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.soap.internal.wire.Framing;
import vn.lienthong.node.soap.internal.wire.Outgoing;
import vn.lienthong.node.soap.internal.wire.RelatedParts;
import vn.lienthong.node.soap.internal.wire.SoapKind;
import vn.lienthong.node.soap.internal.wire.Unfit;

/**
 * {@code POST /soap/v1}: takes the SOAP part of a request apart from its attachments, has it carried out, and writes the answer with
 * its attachments behind it.
 */
@InNodeRole
@Controller
class SoapDoor {

    private static final Logger LOG = LoggerFactory.getLogger(SoapDoor.class);
    private static final int LARGEST_PART = 2 << 20;
    private static final int SENDERS_FAULT = 400;

    private final Dispatching dispatching;
    private final SealedPieces pieces;
    private final TimeOrderedIds ids;

    SoapDoor(Dispatching dispatching, SealedPieces pieces, TimeOrderedIds ids) {
        this.dispatching = dispatching;
        this.pieces = pieces;
        this.ids = ids;
    }

    /** Answers one request; a fault is an answer too. */
    @PostMapping("/soap/v1")
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (Outgoing outgoing = new Outgoing(ids)) {
            carryOut(request, response, outgoing);
        } catch (BrokenFormException e) {
            fault(request, response, Unfit.malformed("", "Thông điệp đứt quãng hoặc các phần MIME sai dạng"));
        } catch (ProblemException e) {
            fault(request, response, e);
        } finally {
            BodyRest.passOver(request);
        }
    }

    private void carryOut(HttpServletRequest request, HttpServletResponse response, Outgoing outgoing)
            throws IOException {
        Framing framing = Framing.of(request.getContentType());
        InputStream body = request.getInputStream();
        Optional<RelatedParts> parts = framing.boundary().isEmpty()
                ? Optional.empty()
                : Optional.of(RelatedParts.of(body, framing.boundary().get()));
        byte[] octets = soapPart(parts.isEmpty() ? body : root(parts.get()));
        Envelope envelope = Envelope.read(octets);
        if (parts.isEmpty() && envelope.kind() != framing.kind()) {
            throw new ProblemException(ErrorCode.VERSION_UNSUPPORTED);
        }
        try (Attachments attachments = new Attachments(parts.orElse(null), pieces, ids)) {
            SoapCall call = new SoapCall(request, response, envelope, action(request, framing), attachments, outgoing);
            SoapMessage answer = dispatching.answer(call, octets);
            if (answer.hasFault()) {
                status(response, envelope.kind(), answer);
            }
            outgoing.write(envelope.kind(), Dispatching.octets(answer), response);
        }
    }

    private static String action(HttpServletRequest request, Framing framing) {
        String header = request.getHeader("SOAPAction");
        return header == null ? framing.action() : Framing.unquoted(header);
    }

    private static InputStream root(RelatedParts parts) throws BrokenFormException {
        return parts.next().map(RelatedParts.Part::content).orElseThrow(() -> Unfit.malformed("", "Thiếu phần SOAP"));
    }

    private static byte[] soapPart(InputStream part) throws IOException {
        byte[] octets = part.readNBytes(LARGEST_PART + 1);
        if (octets.length > LARGEST_PART) {
            throw Unfit.tooLarge("Envelope", "Phần SOAP nhiều nhất 2 MiB; tệp lớn phải gửi bằng MTOM");
        }
        return octets;
    }

    private void fault(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("an answer broke off", problem);
        }
        LOG.debug("refused with {}", problem.code().code());
        response.resetBuffer();
        SoapKind kind = Framing.guess(request.getContentType());
        SoapMessage answer = dispatching.fault(kind, problem);
        byte[] octets = Dispatching.octets(answer);
        if (problem.code() == ErrorCode.MEDIA_TYPE_UNSUPPORTED) {
            // Nothing of SOAP has been seen yet: HTTP has a word of its own for it.
            response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            status(response, kind, answer);
        }
        response.setContentType(kind.mediaType() + ";charset=UTF-8");
        response.setContentLength(octets.length);
        response.getOutputStream().write(octets);
    }

    /** SOAP 1.1 knows one status for all faults, SOAP 1.2 tells whose fault it is. */
    private static void status(HttpServletResponse response, SoapKind kind, SoapMessage answer) {
        boolean senders = kind == SoapKind.SOAP_12
                && "Sender"
                        .equals(
                                answer.getFaultCode() == null
                                        ? ""
                                        : answer.getFaultCode().getLocalPart());
        response.setStatus(senders ? SENDERS_FAULT : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
