package vn.lienthong.crypto.suite;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.crypto.key.KeyAlgorithm;

/** The provider that docs/crypto-agility.md explains: one suite with algorithms that the protocol does not know. */
public final class ExampleSuiteProvider implements SuiteProvider {

    @Override
    public List<Suite> suites() {
        UsePeriod trial = new UsePeriod(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2028-01-01T00:00:00Z"));
        return List.of(new Suite(
                new SuiteId("EX-1"),
                new ExampleScheme(),
                Set.of(KeyAlgorithm.EC_P384),
                Set.of(KeyAlgorithm.ML_DSA_87),
                Map.of(Protection.ORDINARY, trial, Protection.SECRET, trial)));
    }
}
