package vn.lienthong.node.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.AdministrativeLetterPdf;
import vn.lienthong.crypto.pdf.LaterChanges;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigner;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.SignatureAppearance;
import vn.lienthong.crypto.pdf.SpecimenImages;

/** Letters for tests, with and without a person's signature. */
public final class LetterForTests {

    /** What the letter is about. */
    public static final String SUBJECT = "Về việc phối hợp tổ chức đợt thử nghiệm liên thông văn bản";

    private LetterForTests() {}

    /** A letter that a person has signed; nobody knows the authority behind the signature. */
    public static byte[] signed() throws IOException, PdfSigningException {
        Clock clock = Clock.systemUTC();
        ByteArrayOutputStream unsigned = new ByteArrayOutputStream();
        PageBox room = AdministrativeLetterPdf.write(letter(""), unsigned);
        SigningKey root = CertificateAuthority.createRoot(
                new X500Principal("CN=Cơ quan chứng thực thử nghiệm"), Duration.ofDays(30), clock);
        CertificateAuthority authority = new CertificateAuthority(root, clock);
        var pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        SigningKey person = new SigningKey(
                pair.getPrivate(),
                List.of(
                        authority.issueFor(
                                pair.getPublic(),
                                new CertificateOrder(
                                        CertificateProfile.AGENCY_SIGNING,
                                        new X500Principal("CN=Nguyễn Văn Hòa"),
                                        Duration.ofDays(10))),
                        root.certificate()));
        var stroke = new SignatureAppearance.HandwrittenSignature(room, SpecimenImages.signature(7));
        return new PdfSigner()
                .sign(
                        unsigned.toByteArray(),
                        new PdfSignRequest("nguoi-ky", stroke, LaterChanges.SIGNATURES, clock.instant()),
                        person);
    }

    /** A letter without any signature. */
    public static byte[] unsigned(String mark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var _ = AdministrativeLetterPdf.write(letter(mark), out);
        return out.toByteArray();
    }

    private static AdministrativeLetter letter(String mark) {
        return new AdministrativeLetter(
                AdministrativeLetter.STATE_HEADING,
                List.of("TỈNH SÔNG HƯƠNG", "ỦY BAN NHÂN DÂN XÃ"),
                "      /TTr-UBND",
                "Hương Giang, ngày 3 tháng 11 năm 2026",
                "TỜ TRÌNH",
                SUBJECT,
                List.of("Tỉnh ủy Sông Hương"),
                List.of(mark.isEmpty() ? "Kính đề nghị xem xét." : mark),
                new AdministrativeLetter.Signatory(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Hòa"),
                List.of("Như trên;", "Lưu: VT."));
    }
}
