package vn.lienthong.node.delivery;

import java.util.Optional;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.value.Octets;

/** Judges the proof that two people have released a state secret, before this node takes it. There is one judge. */
@FunctionalInterface
public interface ReleaseProofs {

    /**
     * Looks at a secret that arrives; writes nothing.
     *
     * @param header the parcel, as its sender signed it
     * @param document the document, as its sender signed it
     * @param approvals {@code approvals.json}
     * @return why the proof does not hold, in English, without names or content; empty when it does
     */
    Optional<String> objection(ParcelHeader header, Document document, Octets approvals);
}
