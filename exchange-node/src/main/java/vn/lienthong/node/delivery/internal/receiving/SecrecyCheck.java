package vn.lienthong.node.delivery.internal.receiving;

import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.NodeEntry;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteDecision;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.delivery.ReleaseProofs;
import vn.lienthong.node.delivery.SecretZone;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.OpeningOutcome;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Check 9 of {@code docs/protocol §6}: the regime that the sender signed, the mark on the document, the suite and the approvals of
 * both nodes agree; a state secret carries the proof of its release.
 */
@Component
@InNodeRole
class SecrecyCheck {

    private final DirectoryView directory;
    private final SecretZone zone;
    private final SuitePolicy suites;
    private final ObjectProvider<ReleaseProofs> proofs;

    SecrecyCheck(DirectoryView directory, SecretZone zone, SuitePolicy suites, ObjectProvider<ReleaseProofs> proofs) {
        this.directory = directory;
        this.suites = suites;
        this.zone = zone;
        this.proofs = proofs;
    }

    /** The suite, if any level allows it now: which level it is, is told once the parcel is open. */
    Optional<Suite> unopened(SuiteId suite, Instant now) {
        return suites.acceptUnopened(suite, now) instanceof SuiteDecision.Accepted(Suite accepted)
                ? Optional.of(accepted)
                : Optional.empty();
    }

    /** Why an opened parcel is not taken, in English, free of names and content; empty when it is in order. */
    Optional<String> objection(ParcelHeader header, OpeningOutcome.Opened opened, Instant now) {
        Secrecy level = opened.document().metadata().secrecy();
        OpeningOutcome.Regime regime = opened.regime();
        if (regime.protection() != SuitePolicy.protection(level)) {
            return Optional.of("mark and protection disagree");
        }
        if (!(suites.accept(new SuiteId(header.suite().value()), level, now) instanceof SuiteDecision.Accepted)) {
            return Optional.of("suite does not serve this level");
        }
        if (level.isStateSecret()) {
            return secret(header, opened, now);
        }
        return opened.regime().approvals().isEmpty()
                ? Optional.empty()
                : Optional.of("a proof of release on what is no state secret");
    }

    private Optional<String> secret(ParcelHeader header, OpeningOutcome.Opened opened, Instant now) {
        Secrecy level = opened.document().metadata().secrecy();
        if (!zone.own().covers(level)) {
            return Optional.of("this node is not approved for the level");
        }
        boolean senderMay = directory
                .current()
                .node(header.senderNode())
                .filter(entry -> entry.takesPartAt(now))
                .map(NodeEntry::node)
                .filter(node -> node.approvedFor().covers(level))
                .isPresent();
        if (!senderMay) {
            return Optional.of("the sending node is not approved for the level");
        }
        if (opened.regime().approvals().isEmpty()) {
            return Optional.of("nothing proves that two people released it");
        }
        ReleaseProofs judge = proofs.getIfAvailable();
        return judge == null
                ? Optional.empty()
                : judge.objection(header, opened.document(), opened.regime().approvals());
    }
}
