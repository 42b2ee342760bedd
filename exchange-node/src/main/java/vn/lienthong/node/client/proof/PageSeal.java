package vn.lienthong.node.client.proof;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.pdf.PdfSignatureCheck;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;

/** The seal of a node over a printed receipt: without it nothing that is printed on the page is to be believed. */
final class PageSeal {

    private PageSeal() {}

    /**
     * Checks it.
     *
     * @param contents what the page says about itself; null when it says nothing
     * @throws IOException if the file cannot be read
     */
    static ProofLine check(ProofSource file, @Nullable ProofContents contents, DirectoryRecord directory)
            throws IOException {
        if (contents == null) {
            return notSealed("it does not say whose");
        }
        List<X509Certificate> signers = directory.nodeSigners(contents.node(), contents.sealedAt());
        if (signers.isEmpty()) {
            return notSealed("nobody whom the directory lists");
        }
        // Only the node's own certificates are trusted, so that nobody else's signature counts.
        PdfValidator validator = new PdfValidator(new PdfTrust(signers, List.of()), contents::sealedAt);
        if (!(validator.validate(file.octets()) instanceof PdfValidation.Signed signed
                && signed.verdict().isValid())) {
            return notSealed("the signature does not hold");
        }
        PdfSignatureCheck seal = signed.signatures().getLast();
        return seal.coversWholeDocument() && seal.field().equals(ProofFiles.SEAL)
                ? sealed(contents.node(), contents)
                : notSealed("something was added");
    }

    private static ProofLine sealed(NodeId node, ProofContents contents) {
        return ProofLine.proven(
                "Trang biên nhận nguyên vẹn, do nút " + node + " niêm phong, theo nút đó lúc "
                        + ProofWords.time(contents.sealedAt(), Locale.forLanguageTag("vi")) + ".",
                "The page of the receipt is whole; node " + node + " sealed it, as it says at "
                        + ProofWords.time(contents.sealedAt(), Locale.ENGLISH) + ".");
    }

    private static ProofLine notSealed(String why) {
        return ProofLine.failed(
                "Trang biên nhận không còn niêm phong của nút (" + why + "): đừng tin chữ in trên trang.",
                "The page of the receipt does not bear its node's seal (" + why
                        + "): do not believe what is printed on it.");
    }
}
