package vn.lienthong.node.evidence.internal;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.IssuerRegister;
import vn.lienthong.node.keys.NodeKeys;

/** Opens the real evidence book for tests of other modules that have a database and no Spring. */
public final class EvidenceBooks {

    private EvidenceBooks() {}

    /** A book in that database; whoever calls it sees to transactions. */
    public static EvidenceBook open(
            EntityManager entities, NodeKeys keys, IssuerRegister issuers, TimeOrderedIds ids, InstantSource clock) {
        return new DatabaseEvidenceBook(entities, keys, issuers, new QuietLogBook(ids), ids, clock);
    }
}
