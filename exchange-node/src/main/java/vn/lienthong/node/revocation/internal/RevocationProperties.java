package vn.lienthong.node.revocation.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.node.revocation.Revocations;

/**
 * Settings under {@code lienthong.revocation}.
 *
 * @param hosts names of the hosts that may be asked; nobody is asked unless named here
 * @param grace so long after its end an answer still counts when no newer one can be had
 * @param timeout how long a host may take
 * @param pause so long a host that did not answer is left alone
 * @param hard uses for which a signature counts only when its certificate is known not to be revoked
 */
@ConfigurationProperties("lienthong.revocation")
record RevocationProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("7d") Duration grace,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1m") Duration pause,
        @DefaultValue List<Revocations.Use> hard) {

    /** Copies the lists; names of hosts are compared in lower case. */
    RevocationProperties {
        hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
        hard = List.copyOf(hard);
        if (grace.isNegative() || timeout.isNegative() || timeout.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("times of lienthong.revocation are not negative");
        }
    }
}
