package vn.lienthong.node.directory.internal.watch;

import vn.lienthong.core.value.Sha256;

/** Remembers what this node is about to ask the directory for. */
@FunctionalInterface
public interface Asking {

    /** It will be asked for; durable when this returns. */
    void ask(Object subject, Kind kind, Sha256 what);

    /** What can be asked for. */
    enum Kind {
        /** A public key of an agency. */
        AGENCY_KEY,
        /** A public key of the node. */
        NODE_KEY,
        /** The node's address, or the name of whether it can be reached. */
        ADDRESS,
        /** The node's record of logs. */
        LOGS,
        /** That a certificate of an agency is revoked; what stands for it is its fingerprint. */
        REVOCATION
    }
}
