package vn.lienthong.node.audit.alert;

import java.time.Instant;
import java.util.Optional;

/** Tells when an agency last gave a sign of life; modules that take in what agencies send implement it as beans. */
public interface AgencySigns {
    /**
     * When something last came from an agency.
     *
     * @param agency its code
     * @return empty when nothing ever came
     */
    Optional<Instant> last(String agency);
}
