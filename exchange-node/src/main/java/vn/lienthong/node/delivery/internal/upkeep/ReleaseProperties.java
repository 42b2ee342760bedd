package vn.lienthong.node.delivery.internal.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.release}: when payloads are let go. Rows and evidence stay.
 *
 * @param sentAfter how long the payload of a sent parcel is kept after its last delivery became final
 * @param receivedAfter how long that of a received parcel is kept after its last recipient took or refused it
 */
@ConfigurationProperties("lienthong.release")
public record ReleaseProperties(
        @DefaultValue("24h") Duration sentAfter,
        @DefaultValue("90d") Duration receivedAfter) {

    /** Refuses negative times. */
    public ReleaseProperties {
        if (sentAfter.isNegative() || receivedAfter.isNegative()) {
            throw new IllegalArgumentException("payloads cannot be released before they are done with");
        }
    }
}
