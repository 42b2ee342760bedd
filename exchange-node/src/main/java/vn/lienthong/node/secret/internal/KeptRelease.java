package vn.lienthong.node.secret.internal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.release.ReleaseApproval;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.value.Octets;

/**
 * What the table holds sealed of a submission; octets as base64.
 *
 * @param statement that both sign
 * @param document {@code document.json} without files, as it was when the statement was made
 * @param composer the first signature
 * @param releaser the second; null before
 */
record KeptRelease(
        String statement,
        String document,
        Signed composer,
        @Nullable Signed releaser) {

    /**
     * One signature.
     *
     * @param account log-in name
     * @param name as others see it
     * @param classical certificate
     * @param postQuantum certificate
     * @param signature of both keys
     */
    record Signed(String account, String name, String classical, String postQuantum, String signature) {

        static Signed of(ReleaseApproval approval) {
            return new Signed(
                    approval.account(),
                    approval.name(),
                    text(approval.classical()),
                    text(approval.postQuantum()),
                    text(approval.signature()));
        }

        ReleaseApproval approval() {
            return new ReleaseApproval(account, name, octets(classical), octets(postQuantum), octets(signature));
        }

        @Override
        public String toString() {
            return "Signed[…]";
        }
    }

    static KeptRelease of(Octets statement, Octets document, ReleaseApproval composer) {
        return new KeptRelease(text(statement), text(document), Signed.of(composer), null);
    }

    KeptRelease with(ReleaseApproval second) {
        return new KeptRelease(statement, document, composer, Signed.of(second));
    }

    Octets statementOctets() {
        return octets(statement);
    }

    Octets documentOctets() {
        return octets(document);
    }

    SignedRelease signed(Signed second) {
        return new SignedRelease(statementOctets(), composer.approval(), second.approval());
    }

    private static String text(Octets octets) {
        return Base64.getEncoder().encodeToString(octets.toByteArray());
    }

    private static Octets octets(String text) {
        return Octets.of(Base64.getDecoder().decode(text));
    }

    @Override
    public String toString() {
        return "KeptRelease[…]";
    }
}
