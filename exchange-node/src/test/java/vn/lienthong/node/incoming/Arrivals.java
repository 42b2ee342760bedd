package vn.lienthong.node.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.AdministrativeLetterPdf;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.testing.ForeignNode;
import vn.lienthong.node.testing.TestDirectory;

/** Letters of another node that arrive for one agency of the node under test. */
final class Arrivals {

    private static final String SENDER = "Ủy ban nhân dân tỉnh Sông Hương";

    private final ParcelAcceptance acceptance;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final JdbcClient database;
    private final AgencyCode recipient;
    private final X509Certificate certificate;
    private final ForeignNode sender;

    Arrivals(
            ParcelAcceptance acceptance,
            TestDirectory directory,
            AgencyKeys keys,
            TimeOrderedIds ids,
            InstantSource clock,
            JdbcClient database,
            AgencyCode recipient)
            throws IOException {
        this.acceptance = acceptance;
        this.ids = ids;
        this.clock = clock;
        this.database = database;
        this.recipient = recipient;
        directory.listSelf();
        this.certificate = keys.recipientKeys(directory.host(recipient), new SuiteId("LT-1"))
                .getFirst()
                .certificate();
        String group = recipient.levelOne().orElseThrow();
        this.sender = ForeignNode.listed(directory, "peer-incoming-" + group.toLowerCase(Locale.ROOT), group + ".91");
    }

    /** One more letter of that number; its record. */
    long arrive(String number, Urgency urgency) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Công văn " + number + " (bản chính).pdf", letter(number));
        files.put("Phụ lục I – Danh sách đơn vị.xlsx", new byte[20_000]);
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(sender.code(), SENDER), subject(number))
                .code(new DocumentCode(number, "UBND-VX"))
                .type(DocumentType.named("Công văn"))
                .promulgation(new Promulgation("Hương Giang", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .signer(new Signer("", "Chủ tịch", "Nguyễn Văn Hòa"))
                .urgency(urgency)
                .build();
        long before = latest(number);
        ForeignNode.Parcel parcel = sender.seal(ids.next(), Map.of(recipient, certificate), clock, metadata, files);
        assertThat(acceptance.accept(sender.nodeId(), List.of(parcel.arrived())).getFirst())
                .isInstanceOf(TransferAnswer.Accepted.class);
        return record(number, before);
    }

    private static String subject(String number) {
        return "Về việc phối hợp tổ chức đợt thử nghiệm liên thông văn bản ký số lần thứ " + number;
    }

    /** Waits until the desk knows it and has checked it; not an earlier one of the same number, from when the test ran before. */
    private long record(String number, long before) {
        for (int attempt = 0; attempt < 200; attempt++) {
            long found = latest(number);
            if (found > before) {
                return found;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("the desk does not know of the letter");
    }

    private long latest(String number) {
        return database.sql("select coalesce(max(id), 0) from incoming_document where agency = ? and code_number = ?"
                        + " and check_state <> 'PENDING'")
                .params(recipient.value(), number)
                .query(Long.class)
                .single();
    }

    private static byte[] letter(String number) {
        AdministrativeLetter letter = new AdministrativeLetter(
                AdministrativeLetter.STATE_HEADING,
                List.of("UBND TỈNH SÔNG HƯƠNG"),
                "Số: " + number + "/UBND-VX",
                "Sông Hương, ngày 20 tháng 11 năm 2026",
                "",
                "V/v phối hợp tổ chức đợt thử nghiệm",
                List.of("Ủy ban nhân dân xã Hương Giang"),
                List.of("Thực hiện kế hoạch thử nghiệm, Ủy ban nhân dân tỉnh đề nghị quý cơ quan phối hợp."),
                new AdministrativeLetter.Signatory(List.of("CHỦ TỊCH"), "Nguyễn Văn Hòa"),
                List.of("- Như trên;", "- Lưu: VT."));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            var room = AdministrativeLetterPdf.write(letter, pdf);
            assertThat(room.page()).isPositive();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
