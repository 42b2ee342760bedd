package vn.lienthong.crypto.internal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.envelope.EnvelopeFixture;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.envelope.EnvelopeOutcome;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Reason;
import vn.lienthong.crypto.envelope.EnvelopeOutcome.Refused;
import vn.lienthong.crypto.envelope.KeyEnvelope;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.key.SigningKey;

/** Peers who know the keys or sit on the way, and build envelopes that the sender never made. */
class DishonestPeerTest {

    private final EnvelopeFixture fixture = EnvelopeFixture.ordinary();
    private final EnvelopeBinding binding =
            new EnvelopeBinding(fixture.suite.id(), EnvelopeFixture.PARCEL, EnvelopeFixture.HEADER);

    private List<Digest> materials(List<X509Certificate> recipients) {
        return recipients.stream().map(binding::keyingMaterial).toList();
    }

    private byte[] signed(List<X509Certificate> recipients, List<SigningKey> signers) {
        EnvelopeManifest manifest = new EnvelopeManifest(
                fixture.contents,
                Certificates.digest(fixture.sender.classical().certificate()),
                Certificates.digest(fixture.sender.postQuantum().certificate()),
                EnvelopeBinding.recipientsDigest(recipients),
                EnvelopeBinding.sortedDigest(materials(recipients)));
        return CmsSignatures.signEnclosing(manifest.encode(), EnvelopeObjects.MANIFEST, signers, TestAuthority.NOW);
    }

    private byte[] encrypted(byte[] signed, List<X509Certificate> recipients) {
        List<Digest> materials = materials(recipients);
        return EnvelopeSealer.encrypt(
                fixture.suite.scheme(),
                signed,
                recipients,
                materials,
                binding.attributes(
                        EnvelopeBinding.recipientsDigest(recipients), EnvelopeBinding.sortedDigest(materials)));
    }

    private Reason refusal(byte[] envelope, int recipient, int count) {
        EnvelopeOutcome outcome = KeyEnvelope.open(
                envelope,
                fixture.recipients.get(recipient),
                fixture.expectation(EnvelopeFixture.HEADER, fixture.sender, count));
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).reason();
    }

    @Test
    void refusesAManifestThatOnlyOneKeySigned() {
        List<X509Certificate> all = fixture.certificates();
        assertThat(refusal(encrypted(signed(all, List.of(fixture.sender.classical())), all), 0, 3))
                .isEqualTo(Reason.MISSING_SIGNER);
        assertThat(refusal(encrypted(signed(all, List.of(fixture.sender.postQuantum())), all), 0, 3))
                .isEqualTo(Reason.MISSING_SIGNER);
    }

    @Test
    void refusesAManifestThatARecipientSealedAgainToSomebodyElse() {
        List<X509Certificate> meant = fixture.certificates().subList(0, 1);
        List<X509Certificate> other = fixture.certificates().subList(1, 2);
        byte[] signed = signed(meant, List.of(fixture.sender.classical(), fixture.sender.postQuantum()));
        assertThat(refusal(encrypted(signed, other), 1, 1)).isEqualTo(Reason.BINDING_MISMATCH);
    }

    @Test
    void refusesAnEnvelopeFromWhichARelayStrippedARecipient() throws IOException {
        byte[] stripped = withRecipients(fixture.seal(), 2);
        assertThat(refusal(stripped, 0, 3)).isIn(Reason.RECIPIENT_STRIPPED, Reason.NOT_A_RECIPIENT);
        assertThat(refusal(stripped, 0, 2)).isEqualTo(Reason.RECIPIENT_STRIPPED);
    }

    @Test
    void countsRecipientsBeforeItParsesThem() throws IOException {
        assertThat(refusal(withRecipients(fixture.seal(), KeyEnvelope.MAX_RECIPIENTS + 1), 0, 3))
                .isEqualTo(Reason.TOO_MANY_RECIPIENTS);
        assertThat(refusal(withRecipients(fixture.seal(), KeyEnvelope.MAX_RECIPIENTS), 0, 3))
                .isEqualTo(Reason.RECIPIENT_STRIPPED);
    }

    private static byte[] withRecipients(byte[] envelope, int count) throws IOException {
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(ContentInfo.getInstance(envelope).getContent());
        List<ASN1Encodable> present = new ArrayList<>();
        data.getRecipientInfos().forEach(present::add);
        List<ASN1Encodable> wanted =
                count <= present.size() ? present.subList(0, count) : Collections.nCopies(count, present.getFirst());
        ASN1EncodableVector recipients = new ASN1EncodableVector();
        wanted.forEach(recipients::add);
        AuthEnvelopedData changed = new AuthEnvelopedData(
                null,
                new DERSet(recipients),
                data.getAuthEncryptedContentInfo(),
                data.getAuthAttrs(),
                data.getMac(),
                null);
        return new ContentInfo(ContentInfo.getInstance(envelope).getContentType(), changed)
                .getEncoded(ASN1Encoding.DER);
    }
}
