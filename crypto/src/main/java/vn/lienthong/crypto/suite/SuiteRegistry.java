package vn.lienthong.crypto.suite;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.crypto.internal.envelope.CompositeKemScheme;
import vn.lienthong.crypto.internal.envelope.NestedKemScheme;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.suite.SuiteDecision.Reason;

/**
 * The suites that this installation knows, and the only judge of whether one may be used.
 *
 * <p>Guarantees: an unknown suite is refused, a suite outside its period is refused, a suite never serves a protection that it
 * does not list. There is no fallback from one suite to another.
 */
public final class SuiteRegistry {

    private static final UsePeriod OPEN =
            new UsePeriod(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z"));

    private static final SuiteRegistry STANDARD = new SuiteRegistry(withProvided(List.of(lt1(), lt2(), ltN1())));

    private final Map<SuiteId, Suite> suites;

    /**
     * Holds the given suites, for installations and tests with other periods.
     *
     * @throws IllegalStateException if two have the same name
     */
    public SuiteRegistry(List<Suite> suites) {
        this.suites = suites.stream().collect(Collectors.toUnmodifiableMap(Suite::id, Function.identity()));
    }

    /**
     * Returns the registry of the protocol: LT-1 for ordinary documents, LT-2 and LT-N1 for both; and what providers on the class path
     * add.
     */
    public static SuiteRegistry standard() {
        return STANDARD;
    }

    private static Suite lt1() {
        return new Suite(
                new SuiteId("LT-1"),
                new CompositeKemScheme(KeyAlgorithm.MLKEM768_X25519),
                Set.of(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P384, KeyAlgorithm.RSA_3072),
                Set.of(KeyAlgorithm.ML_DSA_65, KeyAlgorithm.ML_DSA_87),
                Map.of(Protection.ORDINARY, OPEN));
    }

    private static Suite lt2() {
        return new Suite(
                new SuiteId("LT-2"),
                new CompositeKemScheme(KeyAlgorithm.MLKEM1024_ECDH_P384),
                Set.of(KeyAlgorithm.EC_P384),
                Set.of(KeyAlgorithm.ML_DSA_87),
                Map.of(Protection.ORDINARY, OPEN, Protection.SECRET, OPEN));
    }

    private static Suite ltN1() {
        return new Suite(
                new SuiteId("LT-N1"),
                new NestedKemScheme(),
                Set.of(KeyAlgorithm.EC_P384),
                Set.of(KeyAlgorithm.ML_DSA_87),
                Map.of(Protection.ORDINARY, OPEN, Protection.SECRET, OPEN));
    }

    private static List<Suite> withProvided(List<Suite> own) {
        List<Suite> all = new ArrayList<>(own);
        ServiceLoader.load(SuiteProvider.class).forEach(provider -> all.addAll(provider.suites()));
        return all;
    }

    /** Returns the suite whatever its periods, for reading old parcels and for the directory. */
    public Optional<Suite> find(SuiteId id) {
        return Optional.ofNullable(suites.get(id));
    }

    /** Returns whether recipients of any suite, in force or not, may have such a key. */
    public boolean servesRecipient(PublicKey key) {
        return suites.values().stream().anyMatch(suite -> suite.scheme().fits(key));
    }

    /** Returns all suites, by name. */
    public List<Suite> all() {
        return suites.values().stream()
                .sorted(Comparator.comparing(suite -> suite.id().value()))
                .toList();
    }

    /** Decides whether the suite may be used for this protection at this time. */
    public SuiteDecision accept(SuiteId id, Protection protection, Instant at) {
        Suite suite = suites.get(id);
        if (suite == null) {
            return new SuiteDecision.Refused(id, Reason.UNKNOWN);
        }
        UsePeriod period = suite.uses().get(protection);
        if (period == null) {
            return new SuiteDecision.Refused(id, Reason.NOT_FOR_THIS_PROTECTION);
        }
        if (period.contains(at)) {
            return new SuiteDecision.Accepted(suite);
        }
        return new SuiteDecision.Refused(id, at.isBefore(period.notBefore()) ? Reason.NOT_YET : Reason.NO_LONGER);
    }
}
