package vn.lienthong.crypto.pdf;

import java.io.IOException;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.SignatureAppearance.AgencySeal;
import vn.lienthong.crypto.pdf.SignatureAppearance.HandwrittenSignature;

/** Letters signed by a person and by an agency, as they are issued. */
final class SignedLetters {

    private SignedLetters() {}

    static HandwrittenSignature handwritten(Letters.Written letter) throws IOException {
        return new HandwrittenSignature(letter.signatureBox(), SpecimenImages.signature(7));
    }

    static byte[] byPerson(SigningKey key) throws IOException, PdfSigningException {
        Letters.Written letter = Letters.written();
        return new PdfSigner().sign(letter.pdf(), request("person", handwritten(letter)), key);
    }

    static byte[] byPersonAndAgency(SigningKey person, SigningKey agency) throws IOException, PdfSigningException {
        Letters.Written letter = Letters.written();
        HandwrittenSignature handwritten = handwritten(letter);
        byte[] once = new PdfSigner().sign(letter.pdf(), request("person", handwritten), person);
        AgencySeal seal = AgencySeal.over(
                handwritten, SpecimenImages.seal("ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"), SpecimenImages.SEAL_MILLIMETRES);
        return new PdfSigner().sign(once, request("agency", seal), agency);
    }

    static PdfSignRequest request(String field, SignatureAppearance appearance) {
        return new PdfSignRequest(field, appearance, LaterChanges.SIGNATURES, TestPki.NOW);
    }
}
