package vn.lienthong.node.soap.internal;

import java.util.List;
import java.util.Locale;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.EndpointExceptionResolver;
import org.springframework.ws.soap.SoapBody;
import org.springframework.ws.soap.SoapFault;
import org.springframework.ws.soap.SoapMessage;
import org.w3c.dom.Element;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.database.DatabaseAway;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Xml;

/**
 * The one error mapper of the SOAP edge: every failure becomes a fault with an entry of the catalogue. What it does not know becomes
 * {@link ErrorCode#INTERNAL} and a log entry. Nothing of an exception ever comes in here.
 */
@InNodeRole
@Component
class SoapFaults implements EndpointExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(SoapFaults.class);
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Refusals refusals;

    SoapFaults(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean resolveException(MessageContext context, @Nullable Object endpoint, Exception failure) {
        ProblemException problem = problem(context, failure);
        context.clearResponse();
        write((SoapMessage) context.getResponse(), problem.code(), problem.errors());
        return true;
    }

    private ProblemException problem(MessageContext context, Exception failure) {
        if (failure instanceof ProblemException known) {
            known.headers().forEach(SoapCall.of(context).response()::setHeader);
            return known;
        }
        if (failure instanceof AccessDeniedException refusal) {
            refusals.report(SoapCall.of(context).request(), AccessRefusedException.reasonOf(refusal));
            return new ProblemException(ErrorCode.NOT_PERMITTED);
        }
        if (DatabaseAway.caused(failure)) {
            LOG.warn("request {} failed: the database cannot be reached", trace());
            return new ProblemException(ErrorCode.UNAVAILABLE);
        }
        LOG.error("request {} failed", trace(), failure);
        return new ProblemException(ErrorCode.INTERNAL);
    }

    /** Makes a message a fault. */
    static void write(SoapMessage message, ErrorCode code, List<FieldProblem> errors) {
        SoapBody body = message.getSoapBody();
        SoapFault fault = code.httpStatus() < FIRST_SERVER_ERROR
                ? body.addClientOrSenderFault(code.vietnamese(), VIETNAMESE)
                : body.addServerOrReceiverFault(code.vietnamese(), VIETNAMESE);
        explain(fault, code, errors);
    }

    /** Adds the entry of the catalogue to a fault. */
    static void explain(SoapFault fault, ErrorCode code, List<FieldProblem> errors) {
        try {
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(
                            new DOMSource(detail(code, errors)),
                            fault.addFaultDetail().getResult());
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree can be copied", e);
        }
    }

    private static Element detail(ErrorCode code, List<FieldProblem> errors) {
        return Xml.root(Contract.NAMESPACE, "Problem")
                .put("code", code.code())
                .put("title", code.vietnamese())
                .put("titleEnglish", code.english())
                .put("actor", code.actor().vietnamese())
                .put("actorEnglish", code.actor().english())
                .put("retry", code.retryable())
                .put("traceId", trace())
                .each(
                        "errors",
                        errors,
                        (xml, error) -> xml.put("element", element(error.pointer()))
                                .put("code", error.code())
                                .put("message", error.message()))
                .element();
    }

    /** The rules speak of JSON pointers; here they are paths of elements, which count from 1. */
    private static String element(String pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.split("/", -1)) {
            if (step.matches("[0-9]{1,9}")) {
                path.append('[').append(Integer.parseInt(step) + 1).append(']');
            } else if (!step.isEmpty()) {
                path.append(path.isEmpty() ? "" : "/").append(step);
            }
        }
        return path.toString();
    }

    private static String trace() {
        String known = MDC.get("traceId");
        return known == null ? "" : known;
    }
}
