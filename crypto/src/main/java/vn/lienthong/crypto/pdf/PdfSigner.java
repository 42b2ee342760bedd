package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.internal.key.TokenPrivateKey;
import vn.lienthong.crypto.internal.pdf.TwoPhaseSigning;
import vn.lienthong.crypto.key.SigningKey;

/**
 * Signs PDF documents: PAdES baseline B-B, or B-T with a timestamp source; SHA-256; ECDSA P-256, P-384 or RSA.
 *
 * <p>Guarantees: earlier signatures stay valid (changes are appended); a signature value that does not verify under the
 * signer's certificate is never written; nothing is fetched from the network.
 *
 * <p>Does not guarantee: that the signer's certificate is trusted or in date; whoever receives the document validates.
 *
 * <p>Memory: the document is held three to four times at most, so a limit on its size comes before this.
 */
public final class PdfSigner {

    private final TwoPhaseSigning signing;

    /** Signs without timestamps (B-B). */
    public PdfSigner() {
        this(null);
    }

    /** Signs with timestamps (B-T) when a source is given. */
    public PdfSigner(@Nullable TimestampSource timestamps) {
        this.signing = new TwoPhaseSigning(timestamps);
    }

    /**
     * Signs a document in memory.
     *
     * @throws PdfSigningException when the document is no PDF that can be signed or the key refuses
     * @throws IOException when the timestamp source fails
     */
    public byte[] sign(byte[] pdf, PdfSignRequest request, SigningKey key) throws PdfSigningException, IOException {
        PreparedSignature prepared = prepare(pdf, request, key.chain());
        return complete(prepared, signatureValue(key.privateKey(), prepared.toBeSigned()));
    }

    /**
     * Signs a file into another one, which appears whole or not at all.
     *
     * @throws PdfSigningException when the document is no PDF that can be signed or the key refuses
     * @throws IOException when files or the timestamp source fail
     */
    public void sign(Path source, Path target, PdfSignRequest request, SigningKey key)
            throws PdfSigningException, IOException {
        byte[] signed = sign(Files.readAllBytes(source), request, key);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        Files.write(unfinished, signed);
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * First phase with a key elsewhere (token, signing server, the signer's browser): fixes everything but the signature
     * value.
     *
     * @param chain the signer's certificate first, then its issuers
     * @throws PdfSigningException when the document is no PDF that can be signed so
     */
    public PreparedSignature prepare(byte[] pdf, PdfSignRequest request, List<X509Certificate> chain)
            throws PdfSigningException {
        return signing.prepare(pdf, request, chain);
    }

    /**
     * Second phase: puts the signature value in its place.
     *
     * @param signatureValue ECDSA as DER sequence, or RSA PKCS#1 v1.5, with SHA-256, over {@code toBeSigned}
     * @throws PdfSigningException when the value does not verify under the certificate given in the first phase
     * @throws IOException when the timestamp source fails
     */
    public byte[] complete(PreparedSignature prepared, byte[] signatureValue) throws PdfSigningException, IOException {
        return signing.complete(prepared, signatureValue);
    }

    private static byte[] signatureValue(PrivateKey key, byte[] toBeSigned) throws PdfSigningException {
        if (key instanceof TokenPrivateKey token) {
            return token.sign(TwoPhaseSigning.signatureAlgorithm(key.getAlgorithm()), toBeSigned);
        }
        try {
            // No provider is named: the platform takes the first that can use the key, which finds tokens as well.
            Signature signature = Signature.getInstance(TwoPhaseSigning.signatureAlgorithm(key.getAlgorithm()));
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new PdfSigningException("the key refuses to sign", e);
        }
    }
}
