package vn.lienthong.node.soap.internal;

import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.MimeHeaders;
import jakarta.xml.soap.SOAPException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.ws.NoEndpointFoundException;
import org.springframework.ws.context.DefaultMessageContext;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.EndpointInterceptor;
import org.springframework.ws.server.endpoint.adapter.DefaultMethodEndpointAdapter;
import org.springframework.ws.server.endpoint.adapter.method.MessageContextMethodArgumentResolver;
import org.springframework.ws.server.endpoint.adapter.method.dom.DomPayloadMethodProcessor;
import org.springframework.ws.server.endpoint.mapping.PayloadRootAnnotationMethodEndpointMapping;
import org.springframework.ws.soap.SoapBody;
import org.springframework.ws.soap.SoapFault;
import org.springframework.ws.soap.SoapMessage;
import org.springframework.ws.soap.SoapVersion;
import org.springframework.ws.soap.saaj.SaajSoapMessage;
import org.springframework.ws.soap.saaj.SaajSoapMessageFactory;
import org.springframework.ws.soap.server.SoapMessageDispatcher;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.wire.SoapKind;
import vn.lienthong.node.soap.internal.wire.Unfit;

/** Hands SOAP parts to the dispatcher of Spring Web Services and takes its answers. Attachments never come here. */
@InNodeRole
@Component
class Dispatching {

    private final Map<SoapKind, SaajSoapMessageFactory> factories = new EnumMap<>(SoapKind.class);
    private final ThrowingConsumer<MessageContext> dispatcher;

    Dispatching(ApplicationContext context, DoorKeeper keeper, SoapFaults faults) {
        factories.put(SoapKind.SOAP_11, factory(SoapVersion.SOAP_11));
        factories.put(SoapKind.SOAP_12, factory(SoapVersion.SOAP_12));
        PayloadRootAnnotationMethodEndpointMapping mapping = new PayloadRootAnnotationMethodEndpointMapping();
        mapping.setInterceptors(new EndpointInterceptor[] {keeper});
        mapping.setApplicationContext(context);
        DefaultMethodEndpointAdapter adapter = new DefaultMethodEndpointAdapter();
        adapter.setMethodArgumentResolvers(List.of(new MessageContextMethodArgumentResolver()));
        adapter.setMethodReturnValueHandlers(List.of(new DomPayloadMethodProcessor()));
        SoapMessageDispatcher receiver = new SoapMessageDispatcher();
        receiver.setEndpointMappings(List.of(mapping));
        receiver.setEndpointAdapters(List.of(adapter));
        receiver.setEndpointExceptionResolvers(List.of(faults));
        this.dispatcher = receiver::receive;
    }

    private static SaajSoapMessageFactory factory(SoapVersion version) {
        SaajSoapMessageFactory factory = new SaajSoapMessageFactory();
        factory.setSoapVersion(version);
        factory.afterPropertiesSet();
        return factory;
    }

    private SaajSoapMessageFactory factory(SoapKind kind) {
        return Objects.requireNonNull(factories.get(kind));
    }

    /** Carries a call out; whatever happens, there is an answer. */
    SoapMessage answer(SoapCall call, byte[] octets) {
        SoapKind kind = call.envelope().kind();
        MessageContext context = new DefaultMessageContext(request(kind, octets), factory(kind));
        call.attachTo(context);
        try {
            dispatcher.accept(context);
        } catch (NoEndpointFoundException e) {
            // The library's message names what came.
            throw Unfit.malformed("Envelope/Body", "Không có thao tác mang tên này trong hợp đồng v1");
        }
        if (!context.hasResponse()) {
            throw new ProblemException(ErrorCode.INTERNAL);
        }
        SoapMessage answer = (SoapMessage) context.getResponse();
        explain(answer.getSoapBody());
        return answer;
    }

    /** A header that nobody understands is refused by the dispatcher itself, which knows no catalogue. */
    private static void explain(SoapBody body) {
        SoapFault fault = body.getFault();
        if (fault != null && fault.getFaultDetail() == null) {
            SoapFaults.explain(
                    fault,
                    ErrorCode.REQUEST_MALFORMED,
                    Unfit.malformed("Header", "Có Header mustUnderstand mà cửa này không hiểu")
                            .errors());
        }
    }

    private SaajSoapMessage request(SoapKind kind, byte[] octets) {
        MessageFactory factory = factory(kind).getMessageFactory();
        MimeHeaders headers = new MimeHeaders();
        headers.addHeader("Content-Type", kind.mediaType() + "; charset=UTF-8");
        try {
            return new SaajSoapMessage(factory.createMessage(headers, new ByteArrayInputStream(octets)), true, factory);
        } catch (SOAPException | IOException e) {
            // Hostile octets that both parsers before this one took.
            throw Unfit.malformed("", "Không phải thông điệp SOAP hợp lệ");
        }
    }

    /** Makes a fault of a failure that came before the dispatcher. */
    SoapMessage fault(SoapKind kind, ProblemException problem) {
        SoapMessage message = factory(kind).createWebServiceMessage();
        SoapFaults.write(message, problem.code(), problem.errors());
        return message;
    }

    /** Writes a message. */
    static byte[] octets(SoapMessage message) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            message.writeTo(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
