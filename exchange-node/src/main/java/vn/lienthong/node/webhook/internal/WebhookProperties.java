package vn.lienthong.node.webhook.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.webhook}: where webhooks may lead.
 *
 * @param enabled whether anything outside is called at all
 * @param allowedNetworks private networks into which webhooks may lead besides public addresses, such as {@code 10.1.2.0/24}
 * @param allowedHosts the only names that may be called, each with all names below it; empty: all
 * @param caFile certificate of the authority that is trusted, PEM; null: those that the Java platform trusts
 */
@ConfigurationProperties("lienthong.webhook")
record WebhookProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue List<String> allowedHosts,
        @Nullable Path caFile) {

    WebhookProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    boolean allowsHost(String host) {
        return allowedHosts.isEmpty()
                || allowedHosts.stream().anyMatch(allowed -> host.equals(allowed) || host.endsWith("." + allowed));
    }
}
