package vn.lienthong.node.delivery;

import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.value.Octets;

/**
 * The proof that two people have released a state secret, as it travels inside the package.
 *
 * @param octets the object {@link PackageLayout#APPROVALS}, 1 octet to {@link PackageLayout#MAX_APPROVALS}
 */
public record Approvals(Octets octets) {

    /** Refuses a proof that is empty or too long. */
    public Approvals {
        if (octets.size() < 1 || octets.size() > PackageLayout.MAX_APPROVALS) {
            throw new IllegalArgumentException(
                    "a proof of release has 1 to " + PackageLayout.MAX_APPROVALS + " octets");
        }
    }

    @Override
    public String toString() {
        return "Approvals[" + octets.size() + " octets]";
    }
}
