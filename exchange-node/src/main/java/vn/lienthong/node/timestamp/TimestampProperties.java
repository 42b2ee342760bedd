package vn.lienthong.node.timestamp;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.timestamp}.
 *
 * @param url of the timestamp authority; that of the central directory unless set
 * @param authorityFile certificate (PEM) of whoever issued that authority's certificate; the issuing authority of the exchange
 *     unless set. Certificates behind the first are believed as well when kept tokens are verified: those of authorities before
 * @param timeout for the whole exchange with it
 * @param tolerance how far the stated time may be from the clock of this machine
 */
@ConfigurationProperties("lienthong.timestamp")
public record TimestampProperties(
        @Nullable URI url,
        @Nullable Path authorityFile,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2m") Duration tolerance) {}
