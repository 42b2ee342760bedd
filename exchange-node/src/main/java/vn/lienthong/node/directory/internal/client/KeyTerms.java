package vn.lienthong.node.directory.internal.client;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.value.SuiteId;

/**
 * Settings under {@code lienthong.keys}: how long keys of agencies are used.
 *
 * @param suites for which suites agencies have keys, each once, 1 to 8
 * @param sealing how long one key takes ordinary envelopes, 1 to 90 days; then the next one does
 * @param secretSealing the same for the suites of secret documents, 1 to 30 days
 * @param signing how long one pair signs, 30 to 640 days
 * @param keep how long a key that was replaced still opens what is on its way, 91 to 400 days: at least the longest life of a parcel
 *     and the greatest age of a sender's copy of the directory
 */
@ConfigurationProperties("lienthong.keys")
record KeyTerms(
        @DefaultValue({"LT-1", "LT-2"}) List<String> suites,
        @DefaultValue("90d") Duration sealing,
        @DefaultValue("30d") Duration secretSealing,
        @DefaultValue("365d") Duration signing,
        @DefaultValue("98d") Duration keep) {

    private static final String ORDINARY = "LT-1";

    /** Refuses what would endanger documents on their way, or keep keys for ever. */
    KeyTerms {
        suites = List.copyOf(suites);
        if (suites.isEmpty()
                || suites.size() > DirectoryChange.MAX_SUITES
                || suites.stream().distinct().count() != suites.size()) {
            throw new IllegalArgumentException("lienthong.keys.suites names 1 to 8 suites");
        }
        require("sealing", sealing, Duration.ofDays(1), Duration.ofDays(90));
        require("secret-sealing", secretSealing, Duration.ofDays(1), Duration.ofDays(30));
        require("signing", signing, Duration.ofDays(30), Duration.ofDays(640));
        require("keep", keep, ParcelHeader.MAX_LIFE.plusDays(1), Duration.ofDays(400));
    }

    /** What holds when nothing is set. */
    static KeyTerms standard() {
        return new KeyTerms(
                List.of("LT-1", "LT-2"),
                Duration.ofDays(90),
                Duration.ofDays(30),
                Duration.ofDays(365),
                Duration.ofDays(98));
    }

    /** How long a key of the suite takes envelopes. */
    Duration sealing(SuiteId suite) {
        return isSecret(suite) ? secretSealing : sealing;
    }

    /** Whether the suite is one of those that secret documents travel in: all but the first one. */
    static boolean isSecret(SuiteId suite) {
        return !suite.value().equals(ORDINARY);
    }

    /** The suites for which agencies have keys. */
    List<SuiteId> suiteIds() {
        return suites.stream().map(SuiteId::new).toList();
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "lienthong.keys." + name + " is from " + least.toDays() + "d to " + most.toDays() + "d");
        }
    }
}
