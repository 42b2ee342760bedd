package vn.lienthong.crypto.internal.envelope;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import vn.lienthong.crypto.internal.BouncyCastle;
import vn.lienthong.crypto.internal.key.HybridKeys;
import vn.lienthong.crypto.internal.key.HybridPrivateKey;

/**
 * Opens KEMRecipientInfo (RFC 9629) with a composite key whose elliptic-curve half is in a token: HKDF-SHA-256 and AES-256 key
 * wrap, which the shape check has already demanded.
 */
final class HybridRecipient extends JceKEMAuthEnvelopedRecipient {

    private static final int KEY = 32;

    private final HybridPrivateKey key;
    private final PublicKey own;

    HybridRecipient(HybridPrivateKey key, PublicKey own) {
        super(key);
        this.key = key;
        this.own = own;
    }

    @Override
    protected Key extractSecretKey(
            AlgorithmIdentifier keyEncryption, AlgorithmIdentifier contentEncryption, byte[] encryptedKey)
            throws CMSException {
        try {
            KEMRecipientInfo info = KEMRecipientInfo.getInstance(keyEncryption.getParameters());
            byte[] shared = HybridKeys.decapsulate(
                    key.postQuantum(), own, info.getKemct().getOctets(), key.classical()::agree);
            byte[] wrapping = derive(shared, info);
            Cipher cipher = Cipher.getInstance("AESWrap", BouncyCastle.PROVIDER);
            cipher.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrapping, "AES"));
            Key content = cipher.unwrap(encryptedKey, "AES", Cipher.SECRET_KEY);
            Arrays.fill(shared, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
            if (content.getEncoded().length != KEY) {
                throw new CMSException("not a key of the demanded size");
            }
            return content;
        } catch (GeneralSecurityException | IOException e) {
            throw new CMSException("the key does not unwrap", e);
        }
    }

    private static byte[] derive(byte[] shared, KEMRecipientInfo info) throws IOException {
        byte[] other = new CMSORIforKEMOtherInfo(info.getWrap(), KEY, info.getUkm()).getEncoded(ASN1Encoding.DER);
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(shared, null, other));
        byte[] wrapping = new byte[KEY];
        if (hkdf.generateBytes(wrapping, 0, KEY) != KEY) {
            throw new IOException("too short");
        }
        return wrapping;
    }
}
