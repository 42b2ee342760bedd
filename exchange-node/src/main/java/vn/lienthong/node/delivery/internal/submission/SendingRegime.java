package vn.lienthong.node.delivery.internal.submission;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.node.delivery.Approvals;
import vn.lienthong.node.documents.SuitePolicy;

/**
 * How a document is protected on its way.
 *
 * @param suite the algorithms
 * @param protection what stands in the signed manifest
 * @param level how secret the document is
 * @param approvals the proof that two people released it; empty for ordinary documents
 */
record SendingRegime(Suite suite, Protection protection, Secrecy level, Optional<Approvals> approvals) {

    /** For ordinary documents; empty when no suite is in force for them. */
    static Optional<SendingRegime> ordinary(SuitePolicy policy, Instant now) {
        return regime(policy, Secrecy.ORDINARY, Optional.empty(), now);
    }

    /** For state secrets of a level; empty when no suite is in force for it. */
    static Optional<SendingRegime> secret(SuitePolicy policy, Secrecy level, Approvals approvals, Instant now) {
        return regime(policy, level, Optional.of(approvals), now);
    }

    private static Optional<SendingRegime> regime(
            SuitePolicy policy, Secrecy level, Optional<Approvals> approvals, Instant now) {
        return policy.sealing(level, now)
                .map(suite -> new SendingRegime(suite, SuitePolicy.protection(level), level, approvals));
    }

    boolean isSecret() {
        return level.isStateSecret();
    }

    vn.lienthong.core.value.SuiteId suiteId() {
        return new vn.lienthong.core.value.SuiteId(suite.id().value());
    }

    /** Whether the suite lets somebody with these keys sign. */
    boolean allows(DualSigningKey keys) {
        return algorithm(keys.classical()).filter(suite.classical()::contains).isPresent()
                && algorithm(keys.postQuantum())
                        .filter(suite.postQuantum()::contains)
                        .isPresent();
    }

    private static Optional<KeyAlgorithm> algorithm(SigningKey key) {
        return KeyAlgorithms.of(key.certificate().getPublicKey());
    }
}
