package vn.lienthong.crypto.internal.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
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
