package vn.lienthong.node.delivery.internal.submission;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.directory.DirectorySnapshot;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.SortedRecipients;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.node.directory.DirectoryView;

/**
 * The recipients of one document, checked against the directory.
 *
 * @param certificates the certificates to seal to, by recipient
 * @param nodes the nodes that serve them
 * @param failures those that cannot be served, and why
 */
record Recipients(
        Map<AgencyCode, X509Certificate> certificates, Map<AgencyCode, NodeId> nodes, List<RecipientCheck> failures) {

    static Recipients check(
            DirectoryView directory, List<AgencyCode> codes, SuiteId suite, Secrecy level, Instant now) {
        Map<AgencyCode, X509Certificate> certificates = new TreeMap<>();
        Map<AgencyCode, NodeId> nodes = new TreeMap<>();
        List<RecipientCheck> failures = new ArrayList<>();
        // One state of the directory for all of them, whatever is published meanwhile.
        DirectorySnapshot snapshot = directory.current();
        for (AgencyCode code : SortedRecipients.of(codes)) {
            RecipientCheck check = RecipientCheck.of(snapshot, code, suite, level, now);
            Optional<X509Certificate> certificate = check instanceof RecipientCheck.Deliverable fine
                    ? directory.certificate(fine.key().fingerprint())
                    : Optional.empty();
            if (check instanceof RecipientCheck.Deliverable fine && certificate.isPresent()) {
                certificates.put(code, certificate.get());
                nodes.put(code, fine.node().node().id());
            } else {
                failures.add(check instanceof RecipientCheck.Deliverable ? new RecipientCheck.NoValidKey(code) : check);
            }
        }
        return new Recipients(Map.copyOf(certificates), Map.copyOf(nodes), List.copyOf(failures));
    }
}
