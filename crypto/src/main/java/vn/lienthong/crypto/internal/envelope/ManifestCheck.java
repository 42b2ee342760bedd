package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cms.CMSException;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.envelope.EnvelopeContents;
import vn.lienthong.crypto.envelope.EnvelopeExpectation;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Opened;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.signature.SignatureCheck;

/** The inside of an envelope: both signatures first, then what they signed. */
final class ManifestCheck {

    private ManifestCheck() {}

    static EnvelopeOutcome check(byte[] signed, AttributeTable attributes, EnvelopeExpectation expected)
            throws IOException {
        if (!SuiteAlgorithms.allow(expected.suite().classical(), expected.classicalSigner())
                || !SuiteAlgorithms.allow(expected.suite().postQuantum(), expected.postQuantumSigner())) {
            return new Refused(Reason.FORBIDDEN_ALGORITHM, "the suite does not allow the sender's keys");
        }
        ContentInfo info = CmsSignatures.parse(signed);
        SignatureCheck check = verify(info, expected);
        if (check instanceof SignatureCheck.Invalid invalid) {
            return new Refused(reason(invalid.reason()), invalid.detail());
        }
        byte[] content = ASN1OctetString.getInstance(SignedData.getInstance(info.getContent())
                        .getEncapContentInfo()
                        .getContent())
                .getOctets();
        EnvelopeManifest manifest = EnvelopeManifest.decode(content);
        return mismatch(manifest, attributes, expected)
                .<EnvelopeOutcome>map(detail -> new Refused(Reason.BINDING_MISMATCH, detail))
                .orElseGet(() -> new Opened(manifest));
    }

    private static SignatureCheck verify(ContentInfo info, EnvelopeExpectation expected) throws IOException {
        try {
            return CmsSignatures.verifyEnclosing(
                    info, EnvelopeObjects.MANIFEST, List.of(expected.classicalSigner(), expected.postQuantumSigner()));
        } catch (CMSException e) {
            throw new IOException("not a CMS signature", e);
        }
    }

    private static Reason reason(SignatureCheck.Reason reason) {
        return switch (reason) {
            case MALFORMED -> Reason.MALFORMED;
            case MISSING_SIGNER -> Reason.MISSING_SIGNER;
            case WRONG_SIGNER -> Reason.WRONG_SIGNER;
            case FORBIDDEN_ALGORITHM -> Reason.FORBIDDEN_ALGORITHM;
            case BAD_SIGNATURE -> Reason.BAD_SIGNATURE;
        };
    }

    /** The sender signed what a recipient could otherwise have put together anew for somebody else. */
    private static Optional<String> mismatch(
            EnvelopeManifest manifest, AttributeTable attributes, EnvelopeExpectation expected) {
        EnvelopeContents contents = manifest.contents();
        if (!contents.suite().equals(expected.suite().id())
                || !contents.parcelId().equals(expected.parcelId())
                || !contents.headerDigest().equals(expected.headerDigest())) {
            return Optional.of("the manifest is of another suite, parcel or header");
        }
        if (!expected.suite().uses().containsKey(contents.protection())) {
            return Optional.of("the suite does not serve the manifest's protection");
        }
        if (!contents.sender().equals(expected.sender())
                || !manifest.classicalSigner().equals(Certificates.digest(expected.classicalSigner()))
                || !manifest.postQuantumSigner().equals(Certificates.digest(expected.postQuantumSigner()))) {
            return Optional.of("the manifest is of another sender");
        }
        boolean recipients = manifest.recipientsDigest()
                        .equals(EnvelopeBinding.digest(attributes, EnvelopeObjects.RECIPIENTS))
                && manifest.keyListDigest().equals(EnvelopeBinding.digest(attributes, EnvelopeObjects.KEY_LIST));
        return recipients ? Optional.empty() : Optional.of("the manifest was signed for other recipients");
    }
}
