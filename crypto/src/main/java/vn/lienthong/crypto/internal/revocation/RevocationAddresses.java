package vn.lienthong.crypto.internal.revocation;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Addresses in certificates. They come from outside: whoever calls them has to know the host. */
public final class RevocationAddresses {

    private static final int MOST = 4;

    private RevocationAddresses() {}

    /** OCSP responders. */
    public static List<URI> responders(X509Certificate certificate) {
        List<URI> found = new ArrayList<>();
        try {
            Optional<ASN1Primitive> value = extension(certificate, Extension.authorityInfoAccess.getId());
            if (value.isPresent()) {
                for (AccessDescription one :
                        AuthorityInformationAccess.getInstance(value.get()).getAccessDescriptions()) {
                    if (AccessDescription.id_ad_ocsp.equals(one.getAccessMethod())) {
                        address(one.getAccessLocation()).ifPresent(found::add);
                    }
                }
            }
        } catch (RuntimeException | IOException e) {
            // hostile bytes: every parse that throws anything is an extension that names nothing
            return List.of();
        }
        return found.stream().limit(MOST).toList();
    }

    /** Revocation lists. */
    public static List<URI> lists(X509Certificate certificate) {
        List<URI> found = new ArrayList<>();
        try {
            Optional<ASN1Primitive> value = extension(certificate, Extension.cRLDistributionPoints.getId());
            if (value.isPresent()) {
                for (DistributionPoint point :
                        CRLDistPoint.getInstance(value.get()).getDistributionPoints()) {
                    found.addAll(addresses(point));
                }
            }
        } catch (RuntimeException | IOException e) {
            // hostile bytes: every parse that throws anything is an extension that names nothing
            return List.of();
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<URI> addresses(DistributionPoint point) {
        DistributionPointName name = point.getDistributionPoint();
        if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
            return List.of();
        }
        List<URI> found = new ArrayList<>();
        for (GeneralName one : GeneralNames.getInstance(name.getName()).getNames()) {
            address(one).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<URI> address(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        try {
            URI address = new URI(((ASN1String) name.getName()).getString());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<ASN1Primitive> extension(X509Certificate certificate, String oid) throws IOException {
        byte[] value = certificate.getExtensionValue(oid);
        return value == null
                ? Optional.empty()
                : Optional.of(ASN1Primitive.fromByteArray(
                        ASN1OctetString.getInstance(value).getOctets()));
    }
}
