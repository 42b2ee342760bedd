package vn.lienthong.node.soap.internal;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.soap.SoapHeaderElement;
import org.springframework.ws.soap.server.SoapEndpointInterceptor;
import vn.lienthong.node.gateway.CallBudget;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.access.SoapCallers;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Envelope;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** Stands before every operation: who calls, whether HTTP, addressing and body ask for the same, and whether the contract is kept. */
@InNodeRole
@Component
class DoorKeeper implements SoapEndpointInterceptor {

    private static final Set<String> UNDERSTOOD = Set.of(
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
            "http://www.w3.org/2005/08/addressing");
    private static final Set<String> NOWHERE_ELSE =
            Set.of("http://www.w3.org/2005/08/addressing/anonymous", "http://www.w3.org/2005/08/addressing/none");

    private final SoapCallers callers;
    private final CallBudget budget;
    private final Contract contract;

    DoorKeeper(SoapCallers callers, CallBudget budget, Contract contract) {
        this.callers = callers;
        this.budget = budget;
        this.contract = contract;
    }

    @Override
    public boolean understands(SoapHeaderElement header) {
        return UNDERSTOOD.contains(header.getName().getNamespaceURI());
    }

    @Override
    public boolean handleRequest(MessageContext context, Object endpoint) {
        SoapCall call = SoapCall.of(context);
        SoapCallers.Identified found = callers.identify(call.request(), call.envelope());
        call.identifiedAs(found);
        remember(found.caller());
        budget.pass(found.caller(), call.response());
        checkAction(call);
        checkReplies(call);
        contract.check(call.asked().element());
        return true;
    }

    /** For what records who did something; gone with the request. */
    private static void remember(ApiCaller caller) {
        SecurityContext security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(new PreAuthenticatedAuthenticationToken(
                caller,
                "",
                AuthorityUtils.createAuthorityList(
                        caller.scopes().stream().map(ApiScope::authority).toArray(String[]::new))));
        SecurityContextHolder.setContext(security);
    }

    /** Whoever says twice what is asked for must say the same. */
    private static void checkAction(SoapCall call) {
        String wanted = Contract.NAMESPACE + "/" + call.asked().element().getLocalName();
        boolean fits = Stream.of(call.action(), call.addressing("Action").orElse(""))
                .allMatch(said -> said.isEmpty() || said.equals(wanted));
        if (!fits) {
            throw Unfit.malformed("Action", "SOAPAction hoặc wsa:Action khác với phần tử trong Body");
        }
    }

    /** Answers go back over the same connection and nowhere else. */
    private static void checkReplies(SoapCall call) {
        boolean elsewhere = Stream.of("ReplyTo", "FaultTo")
                .flatMap(name -> call.envelope().headers().stream().filter(block -> name.equals(block.getLocalName())))
                .flatMap(block -> Envelope.children(block).stream())
                .filter(child -> "Address".equals(child.getLocalName()))
                .anyMatch(address ->
                        !NOWHERE_ELSE.contains(address.getTextContent().strip()));
        if (elsewhere) {
            throw Unfit.malformed("Header/ReplyTo", "Câu trả lời chỉ về theo cùng kết nối (anonymous)");
        }
    }

    @Override
    public boolean handleResponse(MessageContext context, Object endpoint) {
        return true;
    }

    @Override
    public boolean handleFault(MessageContext context, Object endpoint) {
        return true;
    }

    @Override
    public void afterCompletion(MessageContext context, Object endpoint, @Nullable Exception failure) {
        // Nothing is held here.
    }
}
