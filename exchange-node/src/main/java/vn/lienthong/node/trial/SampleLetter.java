package vn.lienthong.node.trial;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

/**
 * A letter of an invented agency: several pages, signed by a person and by the agency, both visibly. The signers' authority is
 * made for the occasion; in real life a public one issues such certificates.
 *
 * @param file the signed PDF
 * @param pages its number of pages
 * @param authority of both signers, which receivers must trust
 */
record SampleLetter(Path file, int pages, X509Certificate authority) {

    static final String NUMBER = "15";
    static final String NOTATION = "TTr-UBND";
    static final String TYPE = "Tờ trình";
    static final String SUBJECT =
            "Về việc phối hợp tổ chức đợt thử nghiệm liên thông văn bản ký số giữa ba khối cơ quan";
    static final String PLACE = "Hương Giang";
    static final String SIGNER = "Nguyễn Văn Hòa";

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final long STROKE = 7;

    /** Writes and signs it. */
    static SampleLetter write(Path file, Clock clock) throws IOException, PdfSigningException {
        SigningKey root = CertificateAuthority.createRoot(
                new X500Principal("CN=Cơ quan chứng thực thử nghiệm, O=Liên thông"), VALIDITY, clock);
        CertificateAuthority authority = new CertificateAuthority(root, clock);
        SigningKey person = key(authority, "CN=" + SIGNER + ", O=UBND xã Hương Giang (thử nghiệm)");
        SigningKey agency = key(authority, "CN=Ủy ban nhân dân xã Hương Giang (thử nghiệm)");

        ByteArrayOutputStream unsigned = new ByteArrayOutputStream();
        PageBox room = AdministrativeLetterPdf.write(letter(LocalDate.now(clock)), unsigned);
        var stroke = new SignatureAppearance.HandwrittenSignature(room, SpecimenImages.signature(STROKE));
        var seal = SignatureAppearance.AgencySeal.over(
                stroke, SpecimenImages.seal("TỈNH SÔNG HƯƠNG", "XÃ HƯƠNG GIANG"), SpecimenImages.SEAL_MILLIMETRES);
        PdfSigner signer = new PdfSigner();
        byte[] once = signer.sign(
                unsigned.toByteArray(),
                new PdfSignRequest("nguoi-ky", stroke, LaterChanges.SIGNATURES, clock.instant()),
                person);
        byte[] twice = signer.sign(
                once, new PdfSignRequest("co-quan", seal, LaterChanges.NOT_CERTIFIED, clock.instant()), agency);
        Files.write(file, twice);
        return new SampleLetter(file, room.page(), authority.certificate());
    }

    private static SigningKey key(CertificateAuthority authority, String name) {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        CertificateOrder order =
                new CertificateOrder(CertificateProfile.AGENCY_SIGNING, new X500Principal(name), VALIDITY);
        X509Certificate certificate = authority.issueFor(pair.getPublic(), order);
        return new SigningKey(pair.getPrivate(), List.of(certificate, authority.certificate()));
    }

    private static AdministrativeLetter letter(LocalDate date) throws IOException {
        return new AdministrativeLetter(
                AdministrativeLetter.STATE_HEADING,
                List.of("TỈNH SÔNG HƯƠNG", "ỦY BAN NHÂN DÂN", "XÃ HƯƠNG GIANG"),
                NUMBER + "/" + NOTATION,
                PLACE + ", ngày " + date.getDayOfMonth() + " tháng " + date.getMonthValue() + " năm " + date.getYear(),
                "TỜ TRÌNH",
                SUBJECT,
                List.of("Tỉnh ủy Sông Hương", "Ủy ban MTTQ Việt Nam tỉnh Sông Hương"),
                body(),
                new AdministrativeLetter.Signatory(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), SIGNER),
                List.of("Như trên;", "Thường trực HĐND xã;", "Lưu: VT."));
    }

    private static List<String> body() throws IOException {
        try (InputStream text = SampleLetter.class.getResourceAsStream("/trial/letter-body.txt")) {
            if (text == null) {
                throw new FileNotFoundException("trial/letter-body.txt");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
