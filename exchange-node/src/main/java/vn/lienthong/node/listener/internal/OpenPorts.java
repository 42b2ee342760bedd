package vn.lienthong.node.listener.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.platform.StartStep;

/** Knows the ports from the connectors themselves, as a setting of 0 leaves the choice to the system. */
final class OpenPorts implements ListenerPorts {

    private final Connector exchange;
    private final @Nullable Connector program;
    private final ApplicationEventPublisher news;
    private volatile int api;

    OpenPorts(Connector exchange, @Nullable Connector program, ApplicationEventPublisher news) {
        this.exchange = exchange;
        this.program = program;
        this.news = news;
    }

    Connector exchangeConnector() {
        return exchange;
    }

    Optional<Connector> programConnector() {
        return Optional.ofNullable(program);
    }

    @Override
    public OptionalInt program() {
        return program == null ? OptionalInt.empty() : OptionalInt.of(program.getLocalPort());
    }

    @EventListener
    void opened(WebServerInitializedEvent event) {
        api = event.getWebServer().getPort();
        news.publishEvent(new StartStep("ports open: web and API " + api + ", exchange " + exchange(), Duration.ZERO));
    }

    @Override
    public int api() {
        return api;
    }

    @Override
    public int exchange() {
        return exchange.getLocalPort();
    }
}
