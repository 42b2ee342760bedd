package vn.lienthong.node.directory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.value.Octets;

/** The directory's own words, exactly as it signed them, for proofs that are to hold without the directory. */
public interface PublicationArchive {

    /**
     * The file {@code anchor.pem} that this node pinned.
     *
     * @throws IOException if it cannot be read
     */
    Octets anchor() throws IOException;

    /** The authority's last revocation list (DER) that this node has got; empty as long as it has none. */
    Optional<Octets> revocations();

    /**
     * All publications from the first on, in pages as the directory itself sends them.
     *
     * @param most octets of all pages together
     * @return the pages; empty when they are larger
     */
    Optional<List<Octets>> pages(long most);
}
