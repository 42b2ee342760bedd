package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.value.Sha256;

/**
 * A node in the snapshot.
 *
 * @param node its fields as published last
 * @param tlsFingerprint SHA-256 of the certificate that it shows
 * @param signingFingerprint SHA-256 of the certificate with which it signs
 * @param formerSigning SHA-256 of the certificates with which it signed before, newest first: what they signed stays signed
 * @param logs its logs and its keys as a witness; null as long as it has not said
 * @param revokedAt from when on it may no longer take part; null while it may
 */
public record NodeEntry(
        NodePut node,
        Sha256 tlsFingerprint,
        Sha256 signingFingerprint,
        List<Sha256> formerSigning,
        @Nullable NodeLogs logs,
        @Nullable Instant revokedAt) {

    /** Copies the list. */
    public NodeEntry {
        formerSigning = List.copyOf(formerSigning);
    }

    static NodeEntry of(NodePut put, @Nullable NodeEntry before) {
        Sha256 signing = put.signingCertificate().sha256();
        return new NodeEntry(
                put,
                put.tlsCertificate().sha256(),
                signing,
                before == null ? List.of() : before.signedWithBefore(signing),
                before == null ? null : before.logs,
                before == null ? null : before.revokedAt);
    }

    private List<Sha256> signedWithBefore(Sha256 next) {
        List<Sha256> former = new ArrayList<>(formerSigning);
        former.addFirst(signingFingerprint);
        former.remove(next);
        return former;
    }

    NodeEntry withLogs(NodeLogs published) {
        return new NodeEntry(node, tlsFingerprint, signingFingerprint, formerSigning, published, revokedAt);
    }

    NodeEntry revokedFrom(Instant time) {
        return new NodeEntry(node, tlsFingerprint, signingFingerprint, formerSigning, logs, time);
    }

    /** Returns whether the node signs with this certificate, or did so before. */
    public boolean hasSignedWith(Sha256 fingerprint) {
        return signingFingerprint.equals(fingerprint) || formerSigning.contains(fingerprint);
    }

    /** Returns whether the node is revoked at that instant. */
    public boolean isRevokedAt(Instant time) {
        return revokedAt != null && !time.isBefore(revokedAt);
    }

    /** Returns whether the node may send and receive at that instant. */
    public boolean takesPartAt(Instant time) {
        return node.status() == NodeStatus.ACTIVE && !isRevokedAt(time);
    }
}
