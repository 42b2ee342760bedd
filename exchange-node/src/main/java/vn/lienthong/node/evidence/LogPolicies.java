package vn.lienthong.node.evidence;

import java.util.Optional;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.LogPolicy;

/** Which keys sign the logs of nodes and whose cosignatures this node demands. Answers from memory. */
public interface LogPolicies {

    /** The policy for the log of this node; empty when nobody has told this node the keys of that log. */
    Optional<LogPolicy> of(NodeId issuer);
}
