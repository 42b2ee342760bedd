package vn.lienthong.core.release;

import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.value.Octets;

/**
 * A statement with the signatures of two persons: the object {@code approvals.json} of a package.
 *
 * @param statement its exact octets
 * @param composer the first signature
 * @param releaser the second one
 */
public record SignedRelease(Octets statement, ReleaseApproval composer, ReleaseApproval releaser) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The longest encoding in octets. */
    public static final int MAX_OCTETS = PackageLayout.MAX_APPROVALS;

    /** Bounds the statement. */
    public SignedRelease {
        if (statement.isEmpty() || statement.size() > ReleaseStatement.MAX_OCTETS) {
            throw new IllegalArgumentException("a statement is missing or too long");
        }
    }
}
