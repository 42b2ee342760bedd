package vn.lienthong.node.vxp.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.vxp}. What bears with faults of the kit is a setting of its own.
 *
 * @param window how far a timestamp may be from this node's clock
 * @param staleTimestamps how much older a timestamp may be besides, because the kit makes it once per object; nothing unless set
 * @param leakedHeaders whether parameters of earlier calls that the kit sends again are passed over instead of refused
 * @param unpaddedDigests whether digests without leading zeros count, as the kit writes them
 * @param fileDigestRequired whether a message must come with its digest
 * @param retriesFromElsewhere whether the very same signed call may come from another address than the first time
 * @param toHeader whether the header {@code to} chooses among the recipients of the message; otherwise it is passed over
 * @param provincialAtRoot whether the provincial dialect is also found at {@code /v1}
 * @param lookAgain how long "nothing new" is answered from memory at most
 */
@ConfigurationProperties("lienthong.vxp")
public record VxpProperties(
        @DefaultValue("5m") Duration window,
        @DefaultValue("0s") Duration staleTimestamps,
        @DefaultValue("true") boolean leakedHeaders,
        @DefaultValue("true") boolean unpaddedDigests,
        @DefaultValue("true") boolean fileDigestRequired,
        @DefaultValue("false") boolean retriesFromElsewhere,
        @DefaultValue("true") boolean toHeader,
        @DefaultValue("false") boolean provincialAtRoot,
        @DefaultValue("10s") Duration lookAgain) {

    /** Refuses times that cannot be. */
    public VxpProperties {
        if (window.isNegative() || staleTimestamps.isNegative() || lookAgain.isNegative()) {
            throw new IllegalArgumentException("times of the gateway door are not negative");
        }
    }
}
