package vn.lienthong.core.release;

import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.signature.DetachedSignature;

/**
 * One person's signature with both keys over the octets of a statement.
 *
 * @param account name of the account at the sending node
 * @param name as others see it; never printed
 * @param classical certificate of the classical key, DER
 * @param postQuantum certificate of the post-quantum key, DER
 * @param signature detached CMS signature of both keys
 */
public record ReleaseApproval(String account, String name, Octets classical, Octets postQuantum, Octets signature) {

    /** Bounds everything. */
    public ReleaseApproval {
        account = BoundedText.line("account", account, 1, 64);
        name = BoundedText.line("name", name, 1, 200);
        if (classical.size() > Certificates.MAX_SIZE
                || postQuantum.size() > Certificates.MAX_SIZE
                || signature.size() > DetachedSignature.MAX_SIZE) {
            throw new IllegalArgumentException("a certificate or signature is too long");
        }
    }

    @Override
    public String toString() {
        return "ReleaseApproval[…]";
    }
}
