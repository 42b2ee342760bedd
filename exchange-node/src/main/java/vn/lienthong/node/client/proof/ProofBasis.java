package vn.lienthong.node.client.proof;

import java.util.List;
import java.util.Optional;

/**
 * What somebody who checks a proof brings along.
 *
 * @param anchor the certificates of authority and directory, obtained on a safe way
 * @param pages the publications of the directory from the first on; empty to use those inside the file
 */
public record ProofBasis(Optional<byte[]> anchor, List<byte[]> pages) {

    /** Copies the list. */
    public ProofBasis {
        pages = List.copyOf(pages);
    }

    /** Nothing: everything is taken from inside. */
    public static ProofBasis nothing() {
        return new ProofBasis(Optional.empty(), List.of());
    }
}
