package vn.lienthong.crypto.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.signature.SignatureCheck.Invalid;
import vn.lienthong.crypto.signature.SignatureCheck.Reason;

class DetachedSignatureTest {

    private static final byte[] CONTENT = "{\"v\":1}".getBytes(UTF_8);

    private final TestAuthority authority = new TestAuthority();
    private final SigningKey node = authority.signingKey(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING, "node");

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "EC_P384", "RSA_3072", "ML_DSA_65", "ML_DSA_87"})
    void verifiesWhatItSigned(KeyAlgorithm algorithm) {
        SigningKey key = authority.signingKey(algorithm, CertificateProfile.AGENCY_SIGNING, "agency");
        byte[] signature = DetachedSignature.sign(CONTENT, key, TestAuthority.NOW);
        assertThat(DetachedSignature.verify(CONTENT, signature, key.certificate()))
                .isEqualTo(new SignatureCheck.Valid(TestAuthority.NOW));
    }

    @Test
    void refusesOtherContent() {
        byte[] signature = DetachedSignature.sign(CONTENT, node, TestAuthority.NOW);
        assertThat(reason(DetachedSignature.verify("{\"v\":2}".getBytes(UTF_8), signature, node.certificate())))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void refusesAnotherSigner() {
        SigningKey other = authority.signingKey(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING, "node");
        byte[] signature = DetachedSignature.sign(CONTENT, other, TestAuthority.NOW);
        assertThat(reason(DetachedSignature.verify(CONTENT, signature, node.certificate())))
                .isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void refusesSecondSignerWhereOneIsExpected() {
        DualSigningKey keys = authority.agencyKeys(KeyAlgorithm.EC_P256, KeyAlgorithm.ML_DSA_65, "agency");
        byte[] signature = DualSignature.sign(CONTENT, keys, TestAuthority.NOW);
        assertThat(reason(DetachedSignature.verify(
                        CONTENT, signature, keys.classical().certificate())))
                .isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void dualSignatureNeedsBothSigners() {
        DualSigningKey keys = authority.agencyKeys(KeyAlgorithm.EC_P384, KeyAlgorithm.ML_DSA_87, "agency");
        byte[] both = DualSignature.sign(CONTENT, keys, TestAuthority.NOW);
        byte[] one = DetachedSignature.sign(CONTENT, keys.classical(), TestAuthority.NOW);
        assertThat(DualSignature.verify(
                        CONTENT,
                        both,
                        keys.classical().certificate(),
                        keys.postQuantum().certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
        assertThat(reason(DualSignature.verify(
                        CONTENT,
                        one,
                        keys.classical().certificate(),
                        keys.postQuantum().certificate())))
                .isEqualTo(Reason.MISSING_SIGNER);
    }

    @Test
    void refusesOversizeEmptyAndTruncatedSignatures() {
        byte[] signature = DetachedSignature.sign(CONTENT, node, TestAuthority.NOW);
        assertThat(reason(DetachedSignature.verify(
                        CONTENT, new byte[DetachedSignature.MAX_SIZE + 1], node.certificate())))
                .isEqualTo(Reason.MALFORMED);
        for (int length = 0; length < signature.length; length += 7) {
            assertThat(DetachedSignature.verify(CONTENT, Arrays.copyOf(signature, length), node.certificate()))
                    .isInstanceOf(Invalid.class);
        }
        assertThat(DetachedSignature.verify(
                        CONTENT, Arrays.copyOf(signature, signature.length + 1), node.certificate()))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void noMutantVerifies() {
        byte[] signature = DetachedSignature.sign(CONTENT, node, TestAuthority.NOW);
        Random random = new Random(20261121);
        for (int i = 0; i < 6_000; i++) {
            byte[] mutant = signature.clone();
            int at = random.nextInt(mutant.length);
            mutant[at] ^= (byte) (1 + random.nextInt(255));
            SignatureCheck check = DetachedSignature.verify(CONTENT, mutant, node.certificate());
            assertThat(check)
                    .as("octet " + at + " of " + HexFormat.of().formatHex(mutant))
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void parcelSignatureBindsHeaderEnvelopeAndPayload() {
        Digest header = Digest.sha256("header".getBytes(UTF_8));
        Digest envelope = Digest.sha256("envelope".getBytes(UTF_8));
        Digest payload = Digest.sha256("payload".getBytes(UTF_8));
        byte[] signature = ParcelSignature.sign(header, envelope, payload, node, TestAuthority.NOW);
        assertThat(ParcelSignature.input(header, envelope, payload))
                .hasSize(12 + 96)
                .startsWith("lt/parcel/1\0".getBytes(UTF_8));
        assertThat(ParcelSignature.verify(header, envelope, payload, signature, node.certificate()))
                .isInstanceOf(SignatureCheck.Valid.class);
        assertThat(ParcelSignature.verify(header, payload, envelope, signature, node.certificate()))
                .isInstanceOf(Invalid.class);
    }

    private static Reason reason(SignatureCheck check) {
        assertThat(check).isInstanceOf(Invalid.class);
        return ((Invalid) check).reason();
    }
}
