package vn.lienthong.node.documents;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.Suite;

/**
 * What the receiver knows from directory and key stores when it opens a parcel.
 *
 * @param suite the suite of the header, accepted by the registry
 * @param classicalSigner the sender's classical certificate
 * @param postQuantumSigner the sender's ML-DSA certificate
 * @param hosted the recipients served here, each with its keys of the suite, newest first; not empty
 */
public record OpeningKeys(
        Suite suite,
        X509Certificate classicalSigner,
        X509Certificate postQuantumSigner,
        Map<AgencyCode, List<RecipientKey>> hosted) {

    /** Copies the keys. */
    public OpeningKeys {
        hosted = Map.copyOf(hosted);
        if (hosted.isEmpty()) {
            throw new IllegalArgumentException("nobody here can open it");
        }
    }
}
