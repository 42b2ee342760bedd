package vn.lienthong.node.log;

import java.util.Optional;
import vn.lienthong.crypto.log.LogPolicy;

/**
 * The policy that the operator of this installation wrote into {@code log/policy}: whose cosignatures it relies on. It counts for
 * its own log and for those of others.
 */
@FunctionalInterface
public interface OperatorPolicy {

    /** Witnesses and quorum that the operator demands; empty as long as they are made of the directory. Answers from memory. */
    Optional<LogPolicy> written();
}
