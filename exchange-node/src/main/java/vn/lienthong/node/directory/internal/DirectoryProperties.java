package vn.lienthong.node.directory.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.core.directory.Reachability;

/**
 * Settings under {@code lienthong.directory}.
 *
 * @param url public address of the central directory; a node needs it
 * @param tokenFile file with the enrolment token; a node needs it at its first start only
 * @param exchangeUrl address under which other nodes reach this installation's exchange port; without it localhost is named
 * @param publicUrl address under which others reach this installation's public port, to read its logs and to ask it as a
 *     witness; without it they use the exchange port
 * @param witness whether this installation offers to witness the logs of others
 * @param maxAge how old the copy of a node may become before nothing is sent to agencies of other nodes; receiving goes on
 * @param witnessGrace how long witnesses of the directory's log may be away before an alarm is raised; the node goes on
 * @param reachability whether others can reach it at all: {@code PULL} when it has to fetch what is for it; without it as listed,
 *     at first {@code PUSH}
 * @param hostNames further host names and addresses of the central directory, for its certificate
 * @param firstAccounts file that receives the first accounts and API keys; none are made without it
 * @param firstLeader code of an agency that gets a leader's account besides the clerk's; none without it
 * @param keyQuarantine which unconfirmed keys of other agencies nothing is sealed to: {@code OFF}, {@code SECRET} (the suite of secret
 *     documents) or {@code ALL}
 * @param pollWait how long the directory may hold a request for publications
 */
@ConfigurationProperties("lienthong.directory")
public record DirectoryProperties(
        @Nullable URI url,
        @Nullable Path tokenFile,
        @Nullable URI exchangeUrl,
        @Nullable URI publicUrl,
        @DefaultValue("true") boolean witness,
        @DefaultValue("7d") Duration maxAge,
        @DefaultValue("1d") Duration witnessGrace,
        @Nullable Reachability reachability,
        @DefaultValue List<String> hostNames,
        @Nullable Path firstAccounts,
        @Nullable String firstLeader,
        @DefaultValue("SECRET") KeyQuarantinePolicy keyQuarantine,
        @DefaultValue("25s") Duration pollWait) {

    /** Which unconfirmed keys nothing is sealed to. */
    public enum KeyQuarantinePolicy {
        /** None are held back. */
        OFF,
        /** Those of the suite of secret documents. */
        SECRET,
        /** Those of all suites. */
        ALL
    }
}
