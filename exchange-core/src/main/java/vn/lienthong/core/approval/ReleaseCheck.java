package vn.lienthong.core.approval;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.release.ReleaseApproval;
import vn.lienthong.core.release.ReleaseStatement;
import vn.lienthong.core.release.ReleasedFile;
import vn.lienthong.core.release.SignedRelease;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.signature.DualSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

/**
 * Checks the release of a state secret, at the sender before it is sealed and at the recipient before it is taken.
 *
 * <p>Guarantees of {@link ReleaseVerdict.Holds}: two accounts with four different keys have signed the very octets, the first of them the
 * one that the statement names. Does not guarantee who the persons are: for that the agency vouches by its signature over the package.
 */
public final class ReleaseCheck {

    /** How far the clocks of one node may seem to go backwards between two signatures. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private ReleaseCheck() {}

    /** Checks the signatures, and that they are of two persons. */
    public static ReleaseVerdict check(SignedRelease release) {
        if (!(WireFormats.RELEASE_STATEMENT.decode(release.statement().toByteArray())
                instanceof Decoded.Value<ReleaseStatement>(ReleaseStatement statement))) {
            return new ReleaseVerdict.Broken("statement cannot be read");
        }
        try {
            return check(release, statement);
        } catch (CertificateException hostile) {
            return new ReleaseVerdict.Broken("certificate cannot be read");
        }
    }

    private static ReleaseVerdict check(SignedRelease release, ReleaseStatement statement) throws CertificateException {
        Pair composer = Pair.of(release.composer());
        Pair releaser = Pair.of(release.releaser());
        if (!composer.strong() || !releaser.strong()) {
            return new ReleaseVerdict.Broken("keys are not those of the suite for state secrets");
        }
        if (!statement.composer().holds(composer.classical(), composer.postQuantum())
                || !statement.composer().account().equals(release.composer().account())) {
            return new ReleaseVerdict.Broken("first signature is not that of the composer");
        }
        if (release.composer().account().equals(release.releaser().account()) || composer.sharesKeyWith(releaser)) {
            return new ReleaseVerdict.Broken("one person signed twice");
        }
        return signatures(release, statement, composer, releaser);
    }

    private static ReleaseVerdict signatures(
            SignedRelease release, ReleaseStatement statement, Pair composer, Pair releaser) {
        SignatureCheck first =
                composer.verify(release.statement(), release.composer().signature());
        SignatureCheck second =
                releaser.verify(release.statement(), release.releaser().signature());
        if (!(first instanceof SignatureCheck.Valid(var composedAt))
                || !(second instanceof SignatureCheck.Valid(var releasedAt))) {
            return new ReleaseVerdict.Broken("a signature does not hold");
        }
        return releasedAt.plus(SKEW).isBefore(composedAt)
                ? new ReleaseVerdict.Broken("released before it was composed")
                : new ReleaseVerdict.Holds(statement, composedAt, releasedAt);
    }

    /**
     * Says what speaks against a release that came inside a package.
     *
     * @return why, in English, without names or content; empty when two persons released exactly this document to exactly these recipients
     */
    public static Optional<String> objection(ParcelHeader header, Document document, Octets approvals) {
        if (!(WireFormats.SIGNED_RELEASE.decode(approvals.toByteArray())
                instanceof Decoded.Value<SignedRelease>(SignedRelease release))) {
            return Optional.of("approvals.json cannot be read");
        }
        return switch (check(release)) {
            case ReleaseVerdict.Broken(String why) -> Optional.of(why);
            case ReleaseVerdict.Holds(ReleaseStatement statement, var _, var releasedAt) -> {
                boolean fits = statement.sender().equals(header.sender())
                        && statement.recipients().equals(header.recipients())
                        && isAbout(statement, document);
                if (!fits) {
                    yield Optional.of("approvals are about another document or other recipients");
                }
                yield header.createdAt().plus(SKEW).isBefore(releasedAt)
                        ? Optional.of("sealed before it was released")
                        : Optional.empty();
            }
        };
    }

    /** Digest of everything that is written about a document: of {@code document.json} without its files. */
    public static Sha512 digestOf(DocumentMetadata metadata) {
        return Sha512.of(WireFormats.DOCUMENT.encode(new Document(metadata, List.of())));
    }

    /** Returns whether a statement is about this document, file by file. */
    public static boolean isAbout(ReleaseStatement statement, Document document) {
        return statement.level() == document.metadata().secrecy()
                && statement.metadata().equals(digestOf(document.metadata()))
                && statement
                        .files()
                        .equals(document.attachments().stream()
                                .map(file -> new ReleasedFile(file.size(), file.sha512()))
                                .toList());
    }

    /** The two certificates of one person. */
    private record Pair(X509Certificate classical, X509Certificate postQuantum) {

        static Pair of(ReleaseApproval approval) throws CertificateException {
            return new Pair(
                    Certificates.decode(approval.classical().toByteArray()),
                    Certificates.decode(approval.postQuantum().toByteArray()));
        }

        boolean strong() {
            return is(classical, KeyAlgorithm.EC_P384) && is(postQuantum, KeyAlgorithm.ML_DSA_87);
        }

        private static boolean is(X509Certificate certificate, KeyAlgorithm algorithm) {
            return KeyAlgorithms.of(certificate.getPublicKey())
                    .filter(algorithm::equals)
                    .isPresent();
        }

        boolean sharesKeyWith(Pair other) {
            return List.of(classical.getPublicKey(), postQuantum.getPublicKey()).stream()
                    .anyMatch(key ->
                            key.equals(other.classical.getPublicKey()) || key.equals(other.postQuantum.getPublicKey()));
        }

        SignatureCheck verify(Octets statement, Octets signature) {
            return DualSignature.verify(statement.toByteArray(), signature.toByteArray(), classical, postQuantum);
        }
    }
}
