package vn.lienthong.core.directory;

import java.util.Optional;
import vn.lienthong.core.value.Sha256;

/** The digests of the publications that the node holds, for recognising repetitions and forks. */
@FunctionalInterface
public interface KnownPublications {

    /** Returns the digest of the held publication of that number. */
    Optional<Sha256> digestOf(long sequence);
}
