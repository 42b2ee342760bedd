package vn.lienthong.node.training.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
import vn.lienthong.node.training.simulation.Post;

/** The files of sample letters. Their seals say "MẪU", their certificates name the authority of this installation. */
final class SamplePdf {

    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final byte[] SIGNING_TIME = "/M".getBytes(StandardCharsets.US_ASCII);
    private static final long STROKE = 11;

    private SamplePdf() {}

    /** A page, signed with the key of its agency. */
    static byte[] sealed(SampleLetter letter, SigningKey agency, Instant now) throws IOException, PdfSigningException {
        Post.Seal seal = new Post.Seal("TẬP HUẤN", letter.sender().plainName());
        return Post.sealed(letter.page(), seal, agency, now);
    }

    /** A letter that an invented person has signed, for the trainee to send. Nobody knows the authority behind the signature. */
    static byte[] toBeSent(AdministrativeLetter letter, String person, Instant now)
            throws IOException, PdfSigningException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        PageBox room = AdministrativeLetterPdf.write(letter, page);
        var stroke = new SignatureAppearance.HandwrittenSignature(room, SpecimenImages.signature(STROKE));
        return new PdfSigner()
                .sign(
                        page.toByteArray(),
                        new PdfSignRequest("nguoi-ky", stroke, LaterChanges.SIGNATURES, now),
                        key(person, now));
    }

    private static SigningKey key(String person, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        SigningKey root = CertificateAuthority.createRoot(
                new X500Principal("CN=Cơ quan chứng thực TẬP HUẤN (không có giá trị)"), VALIDITY, clock);
        CertificateAuthority authority = new CertificateAuthority(root, clock);
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.AGENCY_SIGNING, new X500Principal("CN=" + person + ", O=TẬP HUẤN"), VALIDITY);
        return new SigningKey(
                pair.getPrivate(), List.of(authority.issueFor(pair.getPublic(), order), root.certificate()));
    }

    /** The same file with one digit of its signing time changed after the signature: still readable, and no longer what was signed. */
    static byte[] changed(byte[] signed) {
        byte[] changed = signed.clone();
        for (int at = lastIndexOf(changed, SIGNING_TIME); at >= 0 && at < changed.length; at++) {
            if (changed[at] == ')') {
                break;
            }
            if (changed[at] == '+' || changed[at] == 'Z') {
                int digit = at - 1;
                changed[digit] = (byte) (changed[digit] == '0' ? '1' : '0');
                return changed;
            }
        }
        throw new IllegalStateException("a signature says when it was made");
    }

    private static int lastIndexOf(byte[] octets, byte[] wanted) {
        for (int at = octets.length - wanted.length; at >= 0; at--) {
            if (octets[at] == wanted[0] && octets[at + 1] == wanted[1] && isTime(octets, at + 2)) {
                return at;
            }
        }
        return -1;
    }

    /** A text that begins with {@code D:}. */
    private static boolean isTime(byte[] octets, int at) {
        int text = at < octets.length && octets[at] == ' ' ? at + 1 : at;
        return text + 2 < octets.length && octets[text] == '(' && octets[text + 1] == 'D' && octets[text + 2] == ':';
    }
}
