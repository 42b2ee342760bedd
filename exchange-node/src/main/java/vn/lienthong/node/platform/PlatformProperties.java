package vn.lienthong.node.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong}.
 *
 * @param role what this installation is
 * @param data the data directory; everything that must survive a restart lies below it
 * @param training whether people train here and nothing is real; never changes in the life of an installation
 * @param sandbox whether programs try themselves out here, against simulated agencies; only together with {@code training}
 */
@ConfigurationProperties("lienthong")
public record PlatformProperties(
        @DefaultValue("NODE") Role role,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean training,
        @DefaultValue("false") boolean sandbox) {}
