package vn.lienthong.node.listener;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code lienthong.listener}.
 *
 * @param address network address of both ports; all addresses unless set
 * @param port of web pages, REST and SOAP; 0 takes a free one
 * @param exchangePort of other nodes; 0 takes a free one
 * @param programPort of programs that may show a client certificate; 0 takes a free one, -1 (as long as nothing is set) opens none
 * @param maxHeader upper limit of the header of a request
 * @param requestTimeout how long a connection may stay silent within a request
 * @param keepAlive how long an idle connection of another node stays open
 */
@ConfigurationProperties("lienthong.listener")
public record ListenerProperties(
        @DefaultValue("0.0.0.0") String address,
        @DefaultValue("8443") int port,
        @DefaultValue("8444") int exchangePort,
        @DefaultValue("-1") int programPort,
        @DefaultValue("16KB") DataSize maxHeader,
        @DefaultValue("20s") Duration requestTimeout,
        @DefaultValue("5m") Duration keepAlive) {}
