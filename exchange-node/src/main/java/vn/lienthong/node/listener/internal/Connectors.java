package vn.lienthong.node.listener.internal;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.listener.TransportIdentity;

/** Makes the Tomcat connectors what their ports promise. */
final class Connectors {

    private static final String TLS_1_2_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL";

    private Connectors() {}

    /** The connector for other nodes: TLS 1.3 only, a client certificate or no connection. */
    static Connector exchange(ListenerProperties properties, TransportIdentity identity) {
        Http11NioProtocol protocol = new Http11NioProtocol();
        limits(protocol, properties);
        protocol.setExecutor(new VirtualThreadExecutor("exchange-"));
        protocol.setKeepAliveTimeout(Math.toIntExact(properties.keepAlive().toMillis()));
        protocol.setProperty("address", properties.address());
        Connector connector = new Connector(protocol);
        connector.setPort(properties.exchangePort());
        SSLHostConfig tls = tls(identity::exchangeServer);
        tls.setProtocols("TLSv1.3");
        tls.setCertificateVerification("required");
        secure(connector, tls);
        return connector;
    }

    /** The connector for programs: a client certificate is asked for and may be left out; any is taken as a claim. */
    static Connector program(ListenerProperties properties, TransportIdentity identity) {
        Http11NioProtocol protocol = new Http11NioProtocol();
        limits(protocol, properties);
        protocol.setExecutor(new VirtualThreadExecutor("program-"));
        protocol.setProperty("address", properties.address());
        Connector connector = new Connector(protocol);
        connector.setPort(properties.programPort());
        SSLHostConfig tls = tls(identity::program);
        tls.setProtocols("TLSv1.3+TLSv1.2");
        tls.setCiphers(TLS_1_2_CIPHERS);
        tls.setHonorCipherOrder(true);
        tls.setCertificateVerification("optional");
        secure(connector, tls);
        return connector;
    }

    /** Makes Boot's own connector the one for people and systems: TLS 1.3 and 1.2, no client certificate. */
    static void makeApi(Connector connector, ListenerProperties properties, TransportIdentity identity) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            limits(protocol, properties);
        }
        SSLHostConfig tls = tls(identity::web);
        tls.setProtocols("TLSv1.3+TLSv1.2");
        tls.setCiphers(TLS_1_2_CIPHERS);
        tls.setHonorCipherOrder(true);
        secure(connector, tls);
    }

    private static void limits(AbstractHttp11Protocol<?> protocol, ListenerProperties properties) {
        protocol.setMaxHttpRequestHeaderSize(
                Math.toIntExact(properties.maxHeader().toBytes()));
        protocol.setConnectionTimeout(
                Math.toIntExact(properties.requestTimeout().toMillis()));
        // Each new connection costs a full handshake: a limit of requests per connection halves the throughput.
        protocol.setMaxKeepAliveRequests(-1);
    }

    private static SSLHostConfig tls(Supplier<SSLContext> context) {
        SSLHostConfig config = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new LiveSslContext(context));
        config.addCertificate(certificate);
        return config;
    }

    private static void secure(Connector connector, SSLHostConfig tls) {
        connector.setScheme("https");
        connector.setSecure(true);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setSSLEnabled(true);
        }
        connector.addSslHostConfig(tls);
    }
}
