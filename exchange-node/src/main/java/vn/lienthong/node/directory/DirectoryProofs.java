package vn.lienthong.node.directory;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/** Proves from the directory's log what was listed. Works from this installation's copy alone. */
public interface DirectoryProofs {

    /**
     * The proof that a certificate was listed when the directory's log had so many entries; empty when it was not, or not so many
     * are known here.
     */
    Optional<KeyProof> certificate(Sha256 fingerprint, long size);

    /** The same for what a node said about its logs, the latest first: also of logs that it has closed since. */
    List<KeyProof> logs(NodeId node, long size);

    /** The same for what was last said about an agency, its keys left out. */
    Optional<KeyProof> agency(AgencyId agency, long size);

    /**
     * The publication that lists the keys of the directory's own log, as a page of the directory; empty as long as there is
     * none.
     */
    Optional<Octets> ownLogKeys();

    /** The last checkpoint of the directory that fitted the copy, a signed note; empty as long as there is none. */
    Optional<Octets> checkpoint();

    /** The root of the first entries; empty when not so many are known here. */
    Optional<Sha256> root(long size);

    /**
     * An entry of the directory's log and what it is about.
     *
     * @param change the octets of the change, whose digest the entry holds; the certificate is in it
     * @param entry the octets of the entry
     * @param index its place, from 0
     * @param size entries of the tree
     * @param root of the tree
     * @param path the inclusion proof of RFC 6962
     */
    record KeyProof(Octets change, Octets entry, long index, long size, Sha256 root, List<Sha256> path) {

        /** Copies the path. */
        public KeyProof {
            path = List.copyOf(path);
        }
    }
}
