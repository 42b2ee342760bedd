package vn.lienthong.core.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.value.Sha256;

/**
 * A node in the snapshot.
 *
 * @param node its fields as published last
 * @param tlsFingerprint SHA-256 of the certificate that it shows
 * @param signingFingerprint SHA-256 of the certificate with which it signs
 * @param logs its logs and its keys as a witness; null as long as it has not said
 * @param revokedAt from when on it may no longer take part; null while it may
 */
public record NodeEntry(
        NodePut node,
        Sha256 tlsFingerprint,
        Sha256 signingFingerprint,
        @Nullable NodeLogs logs,
        @Nullable Instant revokedAt) {

    static NodeEntry of(NodePut put, @Nullable NodeEntry before) {
        return new NodeEntry(
                put,
                put.tlsCertificate().sha256(),
                put.signingCertificate().sha256(),
                before == null ? null : before.logs,
                before == null ? null : before.revokedAt);
    }

    NodeEntry withLogs(NodeLogs published) {
        return new NodeEntry(node, tlsFingerprint, signingFingerprint, published, revokedAt);
    }

    NodeEntry revokedFrom(Instant time) {
        return new NodeEntry(node, tlsFingerprint, signingFingerprint, logs, time);
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
