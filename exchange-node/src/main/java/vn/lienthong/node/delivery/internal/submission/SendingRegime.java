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
import vn.lienthong.crypto.suite.SuiteDecision;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.crypto.suite.SuiteRegistry;
import vn.lienthong.node.delivery.Approvals;

/**
 * How a document is protected on its way.
 *
 * @param suite the algorithms
 * @param protection what stands in the signed manifest
 * @param level how secret the document is
 * @param approvals the proof that two people released it; empty for ordinary documents
 */
record SendingRegime(Suite suite, Protection protection, Secrecy level, Optional<Approvals> approvals) {

    private static final SuiteId USUAL = new SuiteId("LT-1");
    private static final SuiteId STRONG = new SuiteId("LT-2");

    static Optional<SendingRegime> ordinary(Instant now) {
        return inForce(USUAL, Protection.ORDINARY, now)
                .map(suite -> new SendingRegime(suite, Protection.ORDINARY, Secrecy.ORDINARY, Optional.empty()));
    }

    static Optional<SendingRegime> secret(Secrecy level, Approvals approvals, Instant now) {
        return inForce(STRONG, Protection.SECRET, now)
                .map(suite -> new SendingRegime(suite, Protection.SECRET, level, Optional.of(approvals)));
    }

    private static Optional<Suite> inForce(SuiteId suite, Protection protection, Instant now) {
        return SuiteRegistry.standard().accept(suite, protection, now) instanceof SuiteDecision.Accepted(Suite accepted)
                ? Optional.of(accepted)
                : Optional.empty();
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
