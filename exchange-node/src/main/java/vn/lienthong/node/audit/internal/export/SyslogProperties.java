package vn.lienthong.node.audit.internal.export;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.audit.syslog}.
 *
 * @param host of the collector; empty: nothing is shipped
 * @param port of the collector
 * @param caFile certificate of the authority that certifies the collector, PEM; null: those that the Java platform trusts
 * @param payload what a message holds
 * @param alarmAfter how long nothing may arrive while events wait
 */
@ConfigurationProperties("lienthong.audit.syslog")
record SyslogProperties(
        @DefaultValue("") String host,
        @DefaultValue("6514") int port,
        @Nullable Path caFile,
        @DefaultValue("CEF") Payload payload,
        @DefaultValue("2m") Duration alarmAfter) {

    /** What a message holds. */
    enum Payload {
        /** One line of the Common Event Format. */
        CEF,
        /** One JSON object of the Open Cybersecurity Schema Framework. */
        OCSF
    }

    boolean enabled() {
        return !host.isEmpty();
    }

    String target() {
        return enabled() ? host + ":" + port : "";
    }
}
