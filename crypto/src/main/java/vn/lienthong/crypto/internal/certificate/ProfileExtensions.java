package vn.lienthong.crypto.internal.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;

/** The extensions of each certificate profile. */
final class ProfileExtensions {

    private static final int KEY_IDENTIFIER_LENGTH = 20;

    private ProfileExtensions() {}

    static List<Extension> of(CertificateOrder order, SubjectPublicKeyInfo key, SubjectPublicKeyInfo issuerKey) {
        CertificateProfile profile = order.profile();
        boolean authority = profile == CertificateProfile.AUTHORITY;
        List<Extension> extensions = new ArrayList<>();
        BasicConstraints constraints = authority ? new BasicConstraints(0) : new BasicConstraints(false);
        extensions.add(extension(Extension.basicConstraints, true, constraints));
        extensions.add(extension(Extension.keyUsage, true, new KeyUsage(keyUsage(profile))));
        extensions.add(extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key))));
        if (!authority) {
            extensions.add(extension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuerKey))));
        }
        if (profile == CertificateProfile.NODE_TLS) {
            KeyPurposeId[] purposes = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
            extensions.add(extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes)));
            extensions.add(extension(Extension.subjectAlternativeName, false, names(order)));
        }
        if (profile == CertificateProfile.TIMESTAMP) {
            ExtendedKeyUsage purpose = new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
            extensions.add(extension(Extension.extendedKeyUsage, true, purpose));
        }
        return extensions;
    }

    private static int keyUsage(CertificateProfile profile) {
        return switch (profile) {
            case AUTHORITY -> KeyUsage.keyCertSign | KeyUsage.cRLSign;
            case AGENCY_SIGNING -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case AGENCY_KEM -> KeyUsage.keyEncipherment;
            case NODE_TLS, NODE_SIGNING, DIRECTORY_SIGNING, TIMESTAMP -> KeyUsage.digitalSignature;
        };
    }

    /** RFC 7093 method 1, applied to the whole key information. */
    private static byte[] identifier(SubjectPublicKeyInfo key) {
        try {
            byte[] hash = Digest.sha256(key.getEncoded()).toByteArray();
            return Arrays.copyOf(hash, KEY_IDENTIFIER_LENGTH);
        } catch (IOException e) {
            throw new IllegalArgumentException("a key without an encoding", e);
        }
    }

    private static GeneralNames names(CertificateOrder order) {
        List<GeneralName> names = new ArrayList<>();
        order.dnsNames().forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        order.ipAddresses().forEach(address -> names.add(new GeneralName(GeneralName.iPAddress, address)));
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }

    private static Extension extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(oid, critical, new DEROctetString(value));
        } catch (IOException e) {
            throw new IllegalStateException("an extension without an encoding", e);
        }
    }
}
