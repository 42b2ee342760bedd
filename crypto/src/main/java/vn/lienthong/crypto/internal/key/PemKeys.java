package vn.lienthong.crypto.internal.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.certificate.CertificateCodec;
import vn.lienthong.crypto.internal.signature.ContentSigners;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.KeyMaterialException;
import vn.lienthong.crypto.key.KeyStoreFile;
import vn.lienthong.crypto.key.SigningKey;

/** Keys in PEM, and the proof that a key belongs to a certificate. */
public final class PemKeys {

    private static final byte[] PROBE = "lt/key-match/1\0".getBytes(StandardCharsets.US_ASCII);

    private PemKeys() {}

    /** Reads key and chain; see {@link vn.lienthong.crypto.key.KeyImport#fromPem}. */
    public static SigningKey read(byte[] privateKey, byte[] chain) throws KeyMaterialException {
        if (privateKey.length > KeyStoreFile.MAX_SIZE) {
            throw new KeyMaterialException("too large for a key");
        }
        try {
            List<byte[]> blocks = CertificateCodec.pemBlocks("PRIVATE KEY", privateKey);
            if (blocks.size() != 1) {
                throw new KeyMaterialException("not exactly one PKCS#8 key");
            }
            PrivateKey key = KeyCodec.privateKey(blocks.getFirst());
            Arrays.fill(blocks.getFirst(), (byte) 0);
            return join(key, Certificates.decodeChain(chain));
        } catch (CertificateException e) {
            throw new KeyMaterialException("the chain does not decode", e);
        } catch (KeyMaterialException e) {
            throw e;
        } catch (IOException e) {
            throw new KeyMaterialException("the key does not decode", e);
        }
    }

    /** Joins key and chain after the key has signed something that the certificate verifies. */
    public static SigningKey join(PrivateKey key, List<X509Certificate> chain) throws KeyMaterialException {
        SigningKey joined = new SigningKey(key, chain);
        if (!matches(joined)) {
            throw new KeyMaterialException("the key does not belong to the certificate");
        }
        return joined;
    }

    private static boolean matches(SigningKey key) throws KeyMaterialException {
        KeyAlgorithm algorithm = KeyAlgorithms.of(key.certificate().getPublicKey())
                .orElseThrow(() -> new KeyMaterialException("the key's algorithm is not in use"));
        try {
            ContentSigner signer = ContentSigners.signer(key.privateKey(), algorithm);
            signer.getOutputStream().write(PROBE);
            ContentVerifier verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(KeyCodec.publicKey(key.certificate().getPublicKey().getEncoded()))
                    .get(signer.getAlgorithmIdentifier());
            verifier.getOutputStream().write(PROBE);
            return verifier.verify(signer.getSignature());
        } catch (RuntimeException | IOException | OperatorCreationException e) {
            // a key of another algorithm than the certificate's fails in many ways: none of them is a match
            return false;
        }
    }
}
