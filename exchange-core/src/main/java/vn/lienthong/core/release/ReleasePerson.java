package vn.lienthong.core.release;

import java.security.cert.X509Certificate;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.certificate.Certificates;

/**
 * Who composed a document, bound to the person's two signing keys.
 *
 * @param account name of the account at the sending node
 * @param name as others see it; never printed
 * @param classical digest of the certificate of the classical key
 * @param postQuantum digest of the certificate of the post-quantum key
 */
public record ReleasePerson(String account, String name, Sha256 classical, Sha256 postQuantum) {

    /** Bounds the texts. */
    public ReleasePerson {
        account = BoundedText.line("account", account, 1, 64);
        name = BoundedText.line("name", name, 1, 200);
    }

    /** A person with these certificates. */
    public static ReleasePerson of(
            String account, String name, X509Certificate classical, X509Certificate postQuantum) {
        return new ReleasePerson(account, name, digest(classical), digest(postQuantum));
    }

    /** Returns whether these are the person's certificates. */
    public boolean holds(X509Certificate first, X509Certificate second) {
        return classical.equals(digest(first)) && postQuantum.equals(digest(second));
    }

    private static Sha256 digest(X509Certificate certificate) {
        return Sha256.of(Certificates.encode(certificate));
    }

    @Override
    public String toString() {
        return "ReleasePerson[…]";
    }
}
