package vn.lienthong.core.directory;

import java.util.Optional;
import vn.lienthong.core.value.Octets;

/** Decodes a publication strictly; a door to the wire formats, which this package does not know. */
@FunctionalInterface
public interface PublicationReader {

    /** Returns what the octets say, or nothing when they are malformed. */
    Optional<Publication> read(Octets octets);
}
