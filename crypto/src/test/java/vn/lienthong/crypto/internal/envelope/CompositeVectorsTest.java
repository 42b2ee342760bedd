package vn.lienthong.crypto.internal.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.jcajce.CompositePrivateKey;
import org.bouncycastle.jcajce.SecretKeyWithEncapsulation;
import org.bouncycastle.jcajce.spec.ContextParameterSpec;
import org.bouncycastle.jcajce.spec.KEMExtractSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.certificate.CertificateCodec;
import vn.lienthong.crypto.internal.key.HybridKeys;
import vn.lienthong.crypto.internal.key.KeyCodec;

/** The provider against vectors that the authors of the drafts made. */
class CompositeVectorsTest {

    private static byte[] resource(String name) {
        try (InputStream in = CompositeVectorsTest.class.getResourceAsStream("/vectors/composite/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static JsonNode json(String name) {
        return new JsonMapper().readTree(resource(name));
    }

    static Stream<JsonNode> kems() {
        return json("composite-kem.json").get("tests").valueStream();
    }

    static Stream<JsonNode> signatures() {
        return json("composite-sigs.json").get("tests").valueStream();
    }

    private static byte[] bytes(JsonNode test, String field) {
        return Base64.getDecoder().decode(test.get(field).asString());
    }

    @ParameterizedTest
    @MethodSource("kems")
    void decapsulatesTheSharedSecretOfTheAuthors(JsonNode test) throws IOException, GeneralSecurityException {
        var key = KeyCodec.privateKey(bytes(test, "dk_pkcs8"));
        KeyGenerator generator = KeyGenerator.getInstance(key.getAlgorithm(), BouncyCastle.PROVIDER);
        generator.init(new KEMExtractSpec.Builder(key, bytes(test, "c"), "AES", 256)
                .withNoKdf()
                .build());
        SecretKeyWithEncapsulation secret = (SecretKeyWithEncapsulation) generator.generateKey();
        assertThat(secret.getEncoded()).isEqualTo(bytes(test, "k"));
    }

    @Test
    void recoversTheSharedSecretOfTheAuthorsWithTheHalvesApart() throws IOException, GeneralSecurityException {
        JsonNode test = kems().filter(one ->
                        "id-MLKEM1024-ECDH-P384-SHA3-256".equals(one.get("tcId").asString()))
                .findFirst()
                .orElseThrow();
        List<PrivateKey> halves = ((CompositePrivateKey) KeyCodec.privateKey(bytes(test, "dk_pkcs8"))).getPrivateKeys();
        PublicKey own = publicKey(bytes(test, "x5c"));
        byte[] encapsulation = bytes(test, "c");
        Function<PublicKey, byte[]> token = peer -> agree(halves.getLast(), peer);
        assertThat(HybridKeys.decapsulate(halves.getFirst(), own, encapsulation, token))
                .isEqualTo(bytes(test, "k"));
        encapsulation[0] ^= 1;
        assertThat(HybridKeys.decapsulate(halves.getFirst(), own, encapsulation, token))
                .isNotEqualTo(bytes(test, "k"));
    }

    @Test
    void refusesPointsThatAreNotOnTheCurveBeforeTheTokenSeesThem() throws IOException {
        JsonNode test = kems().filter(one ->
                        "id-MLKEM1024-ECDH-P384-SHA3-256".equals(one.get("tcId").asString()))
                .findFirst()
                .orElseThrow();
        List<PrivateKey> halves = ((CompositePrivateKey) KeyCodec.privateKey(bytes(test, "dk_pkcs8"))).getPrivateKeys();
        PublicKey own = publicKey(bytes(test, "x5c"));
        byte[] genuine = bytes(test, "c");
        byte[] offCurve = genuine.clone();
        offCurve[offCurve.length - 1] ^= 1;
        byte[] infinity = Arrays.copyOf(genuine, 1_569);
        infinity[1_568] = 0;
        for (byte[] hostile : List.of(offCurve, infinity, Arrays.copyOf(genuine, 1_568), new byte[0])) {
            assertThatThrownBy(() -> HybridKeys.decapsulate(halves.getFirst(), own, hostile, peer -> {
                        throw new AssertionError("asked the token");
                    }))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    private static byte[] agree(PrivateKey own, PublicKey peer) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", BouncyCastle.PROVIDER);
            agreement.init(own);
            assertThat(agreement.doPhase(peer, true)).isNull();
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void verifiesTheSignaturesOfTheAuthors(JsonNode test) throws IOException, GeneralSecurityException {
        JsonNode all = json("composite-sigs.json");
        PublicKey key = publicKey(bytes(test, "x5c"));
        byte[] signature = bytes(test, "s");
        assertThat(verifies(key, bytes(all, "m"), signature, new byte[0])).isTrue();
        assertThat(verifies(key, bytes(all, "m"), bytes(test, "sWithContext"), bytes(all, "ctx")))
                .isTrue();
        signature[signature.length / 2] ^= 1;
        assertThat(verifies(key, bytes(all, "m"), signature, new byte[0])).isFalse();
    }

    private static PublicKey publicKey(byte[] certificate) throws IOException {
        SubjectPublicKeyInfo info = new X509CertificateHolder(certificate).getSubjectPublicKeyInfo();
        return KeyCodec.publicKey(info.getEncoded());
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signature, byte[] context)
            throws GeneralSecurityException {
        Signature engine = Signature.getInstance(key.getAlgorithm(), BouncyCastle.PROVIDER);
        engine.initVerify(key);
        if (context.length > 0) {
            engine.setParameter(new ContextParameterSpec(context));
        }
        engine.update(message);
        return engine.verify(signature);
    }

    @Test
    void opensTheMessageOfTheAuthors() throws IOException, GeneralSecurityException, CMSException {
        String name = "cms-MLKEM768-ECDH-P256-SHA3-256";
        byte[] message =
                CertificateCodec.pemBlocks("CMS", resource(name + ".cms")).getFirst();
        var key = KeyCodec.privateKey(CertificateCodec.pemBlocks("PRIVATE KEY", resource(name + ".priv"))
                .getFirst());
        RecipientInformation recipient = new CMSAuthEnvelopedData(message)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();
        byte[] content = recipient.getContent(new JceKEMAuthEnvelopedRecipient(key).setProvider(BouncyCastle.PROVIDER));
        assertThat(new String(content, US_ASCII)).isEqualTo("Hello, world!");
    }
}
