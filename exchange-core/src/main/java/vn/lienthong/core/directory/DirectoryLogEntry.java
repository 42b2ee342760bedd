package vn.lienthong.core.directory;

import java.time.Instant;
import java.util.Set;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.value.Timestamps;

/**
 * An entry of the directory's log: one change of one publication. Whoever holds the publication derives its entries, so two
 * holders of the same tree root hold the same publications, octet for octet.
 *
 * @param sequence number of the publication
 * @param publication SHA-256 of the octets of the publication
 * @param change position in it, from 0
 * @param kind what changed, as the publication names it
 * @param subject who or what changed: a node, an agency, a code or a fingerprint
 * @param sha256 of the change's octets
 * @param validFrom from when on it counts
 */
public record DirectoryLogEntry(
        long sequence, Sha256 publication, int change, String kind, String subject, Sha256 sha256, Instant validFrom) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    private static final Set<String> KINDS =
            Set.of("node", "nodeLogs", "agency", "agencyKeys", "certificateRevoked", "nodeRevoked", "agencyClosed");

    /** Checks the ranges and the kind. */
    public DirectoryLogEntry {
        subject = BoundedText.line("subject", subject, 1, 100);
        validFrom = Timestamps.millis(validFrom);
        if (sequence < 1 || sequence > Publication.MAX_SEQUENCE || change < 0 || change >= Publication.MAX_CHANGES) {
            throw new IllegalArgumentException("no publication has such a change");
        }
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("unknown kind of change");
        }
    }
}
