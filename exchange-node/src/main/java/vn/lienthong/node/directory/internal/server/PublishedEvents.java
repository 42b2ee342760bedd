package vn.lienthong.node.directory.internal.server;

import java.util.List;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyClosed;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.AgencyPut;
import vn.lienthong.core.directory.DirectoryChange.CertificateRevoked;
import vn.lienthong.core.directory.DirectoryChange.NodeLogsPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.DirectoryChange.NodeRevoked;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.EventObject.Kind;
import vn.lienthong.node.audit.SecurityEvent;

/** Records every change of the directory, in the transaction that publishes it. */
final class PublishedEvents {

    private static final int EACH = 100;

    private final AuditTrail trail;

    PublishedEvents(AuditTrail trail) {
        this.trail = trail;
    }

    /** Records the changes one by one; of a mass of them the first ones, and how many there were. */
    void record(List<DirectoryChange> changes, long sequence) {
        changes.stream().limit(EACH).forEach(change -> trail.record(of(change).with("sequence", sequence)));
        if (changes.size() > EACH) {
            trail.record(SecurityEvent.of(EventKind.AGENCY_CHANGE)
                    .with("sequence", sequence)
                    .with("changes", changes.size()));
        }
    }

    private static SecurityEvent of(DirectoryChange change) {
        return switch (change) {
            case NodePut node ->
                SecurityEvent.of(EventKind.NODE_ENROL)
                        .on(EventObject.of(Kind.NODE, node.id()))
                        .with("approvedFor", node.approvedFor().name())
                        .with("tlsSha256", node.tlsCertificate().sha256())
                        .with("signingSha256", node.signingCertificate().sha256());
            case NodeLogsPut logs -> SecurityEvent.of(EventKind.NODE_LOGS).on(EventObject.of(Kind.NODE, logs.node()));
            case AgencyPut put ->
                SecurityEvent.of(EventKind.AGENCY_REGISTER)
                        .on(EventObject.of(Kind.AGENCY, put.agency().id()))
                        .with("node", put.node());
            case AgencyKeysPut keys ->
                SecurityEvent.of(EventKind.KEY_REGISTER)
                        .on(EventObject.of(Kind.AGENCY, keys.agency()))
                        .with("epoch", keys.epoch());
            case CertificateRevoked revoked ->
                SecurityEvent.of(EventKind.CERTIFICATE_REVOKE)
                        .on(EventObject.of(Kind.CERTIFICATE, revoked.fingerprint()))
                        .withPrivate("reason", revoked.reason());
            case NodeRevoked revoked ->
                SecurityEvent.of(EventKind.NODE_REVOKE)
                        .on(EventObject.of(Kind.NODE, revoked.node()))
                        .withPrivate("reason", revoked.reason());
            case AgencyClosed closed ->
                SecurityEvent.of(EventKind.AGENCY_CHANGE)
                        .on(EventObject.of(Kind.AGENCY, closed.code()))
                        .with("closedAt", closed.at())
                        .with("successors", closed.successors().size());
        };
    }
}
