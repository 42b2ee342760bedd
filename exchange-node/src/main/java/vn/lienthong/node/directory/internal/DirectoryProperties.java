package vn.lienthong.node.directory.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.directory}.
 *
 * @param url public address of the central directory; a node needs it
 * @param tokenFile file with the enrolment token; a node needs it at its first start only
 * @param exchangeUrl address under which other nodes reach this installation's exchange port; without it localhost is named
 * @param hostNames further host names and addresses of the central directory, for its certificate
 * @param firstAccounts file that receives the first accounts and API keys; none are made without it
 * @param pollWait how long the directory may hold a request for publications
 */
@ConfigurationProperties("lienthong.directory")
public record DirectoryProperties(
        @Nullable URI url,
        @Nullable Path tokenFile,
        @Nullable URI exchangeUrl,
        @DefaultValue List<String> hostNames,
        @Nullable Path firstAccounts,
        @DefaultValue("25s") Duration pollWait) {}
