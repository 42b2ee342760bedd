package vn.lienthong.crypto.key;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.lienthong.crypto.internal.key.KeyStoreCodec;
import vn.lienthong.crypto.internal.key.PemKeys;

/** Takes over keys and certificates that were issued elsewhere. The private key must belong to the first certificate. */
public final class KeyImport {

    private KeyImport() {}

    /**
     * Reads the only key of a PKCS#12 file.
     *
     * @throws KeyMaterialException if the file does not open, holds not exactly one key, or key and certificate do not match
     */
    public static SigningKey fromPkcs12(byte[] pkcs12, char[] password) throws KeyMaterialException {
        return KeyStoreCodec.only(pkcs12, password);
    }

    /**
     * Reads an unencrypted PKCS#8 key in PEM and its chain in PEM, the key's own certificate first.
     *
     * @throws KeyMaterialException if something does not decode, or key and certificate do not match
     */
    public static SigningKey fromPem(byte[] privateKey, byte[] chain) throws KeyMaterialException {
        return PemKeys.read(privateKey, chain);
    }

    /**
     * Joins a key whose request was sent out with the chain that came back.
     *
     * @throws KeyMaterialException if key and certificate do not match
     */
    public static SigningKey join(PrivateKey key, List<X509Certificate> chain) throws KeyMaterialException {
        return PemKeys.join(key, chain);
    }
}
