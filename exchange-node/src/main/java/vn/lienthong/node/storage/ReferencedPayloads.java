package vn.lienthong.node.storage;

import java.util.Collection;
import java.util.Set;

/** Knows which payloads the database still refers to. Each module that stores payloads brings one. */
public interface ReferencedPayloads {

    /** Those of the candidates that must stay. */
    Set<PayloadId> among(Collection<PayloadId> candidates);
}
