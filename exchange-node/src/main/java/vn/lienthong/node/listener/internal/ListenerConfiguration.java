package vn.lienthong.node.listener.internal;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.listener.TransportIdentity;

/** The ports of a node in one Tomcat. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    @Bean
    OpenPorts openPorts(ListenerProperties properties, TransportIdentity identity, ApplicationEventPublisher news) {
        boolean programs = properties.programPort() >= 0;
        return new OpenPorts(
                Connectors.exchange(properties, identity),
                programs ? Connectors.program(properties, identity) : null,
                news);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectors(
            OpenPorts ports, ListenerProperties properties, TransportIdentity identity) {
        Connector exchange = ports.exchangeConnector();
        return factory -> {
            factory.addConnectorCustomizers(api -> Connectors.makeApi(api, properties, identity));
            factory.addAdditionalConnectors(exchange);
            ports.programConnector().ifPresent(factory::addAdditionalConnectors);
            factory.addEngineValves(new PortGuard(exchange));
        };
    }
}
