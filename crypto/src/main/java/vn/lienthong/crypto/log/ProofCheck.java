package vn.lienthong.crypto.log;

/** The outcome of checking a proof of the tree. */
public enum ProofCheck {
    /** The proof holds. */
    VALID,
    /** Places, sizes or the number of hashes are impossible. */
    IMPOSSIBLE,
    /** The proof leads to another root. */
    OTHER_ROOT
}
