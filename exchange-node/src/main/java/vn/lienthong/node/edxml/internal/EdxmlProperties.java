package vn.lienthong.node.edxml.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.core.edxml.EdxmlLimits;

/**
 * Settings under {@code lienthong.edxml}.
 *
 * @param message the largest message
 * @param attachment the largest file of a message
 * @param originals how long the octets of messages are kept as they came
 * @param partial whether a letter goes to the others when some of its recipients cannot be served
 */
@ConfigurationProperties("lienthong.edxml")
public record EdxmlProperties(
        @DefaultValue("1GB") DataSize message,
        @DefaultValue("512MB") DataSize attachment,
        @DefaultValue("90d") Duration originals,
        @DefaultValue("false") boolean partial) {

    /** Refuses bounds that allow nothing. */
    public EdxmlProperties {
        if (originals.isNegative()) {
            throw new IllegalArgumentException("originals cannot be released before they came");
        }
    }

    EdxmlLimits limits() {
        return EdxmlLimits.STANDARD.sizes(message.toBytes(), attachment.toBytes());
    }
}
