package vn.lienthong.core.edxml;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;

/** Any letter and any status that can be written, from a seed. */
final class Letters {

    private static final List<String> WORDS = List.of(
            "V/v",
            "xử lý",
            "TTĐT",
            "<b>",
            "&amp;",
            "]]>",
            "\"hai\"",
            "'một'",
            "Ủy ban",
            "𠀀",
            "ký",
            "–",
            "100%",
            "nhân dân");
    private static final List<String> CODES = List.of(
            "000.00.00.G22", "000.00.15.H51", "H37.02.02", "28.22.H17", "vxp.saas.03", "02.44.W00", "H37.DN.001");
    private static final List<String> NAMES = List.of("công văn.pdf", "số liệu.xlsx", "ảnh.PNG", "gói.zip", "ghi chú");

    private final RandomGenerator random;

    Letters(RandomGenerator random) {
        this.random = random;
    }

    EdxmlLetter letter() {
        BusinessAction business = business();
        DocumentMetadata metadata = DocumentMetadata.builder(organization(), text(1, 300))
                .documentId(text(0, 100))
                .recipients(some(4, this::organization))
                .code(new DocumentCode(text(0, 20), text(0, 40)))
                .promulgation(new Promulgation(text(0, 50), day()))
                .type(new DocumentType(text(0, 60), number(999), number(999)))
                .content(text(0, 300))
                .signer(new Signer(text(0, 60), text(0, 60), text(0, 60)))
                .dueDate(day())
                .urgency(Urgency.ofLevel(random.nextInt(5)).orElseThrow())
                .toPlaces(some(5, () -> text(1, 60)))
                .responseFor(some(3, this::responseFor))
                .business(business)
                .other(other())
                .build();
        List<EdxmlAttachment> attachments =
                IntStream.range(0, random.nextInt(4)).mapToObj(this::attachment).toList();
        return new EdxmlLetter(metadata, attachments, some(3, this::hop), some(2, this::staff));
    }

    EdxmlStatus status() {
        String code = List.of("01", "02", "03", "04", "05", "06", "13", "15", "16", "999")
                .get(random.nextInt(10));
        ResponseFor target = new ResponseFor(code(), text(1, 60), text(0, 60), day());
        return new EdxmlStatus(organization(), target, code, text(0, 300), time(), staff());
    }

    byte[] octets(EdxmlAttachment attachment) {
        byte[] seed = attachment.name().getBytes(StandardCharsets.UTF_8);
        byte[] octets = new byte[(int) attachment.size()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (seed[i % seed.length] * (i + 31));
        }
        return octets;
    }

    private EdxmlAttachment attachment(int index) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String id = "tep-" + index + "-" + random.nextInt(1000);
        return new EdxmlAttachment(
                index, id, name, text(0, 60), "application/octet-stream", 1L + random.nextInt(5000), false);
    }

    private BusinessAction business() {
        BusinessKind kind = BusinessKind.ofNumber(random.nextInt(4)).orElseThrow();
        boolean update = kind == BusinessKind.UPDATE;
        return new BusinessAction(
                kind,
                text(kind == BusinessKind.NEW ? 0 : 1, 100),
                random.nextBoolean(),
                text(0, 60),
                update && random.nextBoolean(),
                update ? some(3, () -> new ReceiverChange(code(), random.nextBoolean())) : List.of(),
                kind == BusinessKind.REPLACE
                        ? some(3, () -> new Replacement(text(1, 60), some(3, this::code)))
                        : List.of());
    }

    private OtherInfo other() {
        return new OtherInfo(
                text(0, 60),
                text(0, 10),
                number(999),
                number(999),
                // One text holds them all, with semicolons between.
                some(3, () -> text(1, 60).replace(';', ',')),
                random.nextBoolean(),
                some(3, () -> text(1, 60)),
                text(0, 20),
                some(3, () -> text(1, 60)),
                text(0, 50));
    }

    private Organization organization() {
        Contact contact = new Contact(text(0, 60), text(0, 60), text(0, 50), text(0, 50), text(0, 60));
        return new Organization(new AgencyCode(code()), text(0, 100), text(0, 100), contact);
    }

    private ResponseFor responseFor() {
        return new ResponseFor(code(), text(0, 60), text(0, 60), day());
    }

    private TraceHop hop() {
        return new TraceHop(code(), time());
    }

    private EdxmlStaff staff() {
        return new EdxmlStaff(text(1, 60), text(0, 60), text(0, 60), text(0, 60), text(0, 60), text(0, 50));
    }

    private String code() {
        return CODES.get(random.nextInt(CODES.size()));
    }

    private @Nullable LocalDate day() {
        return random.nextInt(4) == 0
                ? null
                : LocalDate.of(1950 + random.nextInt(100), 1, 1).plusDays(random.nextInt(365));
    }

    private @Nullable LocalDateTime time() {
        LocalDate day = day();
        return day == null ? null : day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    private @Nullable Integer number(int max) {
        return random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(max + 1));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }

    private String text(int min, int max) {
        StringBuilder text = new StringBuilder();
        int wanted = min + random.nextInt(max - min + 1);
        while (text.codePoints().count() < wanted) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        int cut = text.offsetByCodePoints(
                0, Math.min(wanted, (int) text.codePoints().count()));
        String made = Normalizer.normalize(text.substring(0, cut), Normalizer.Form.NFC)
                .strip();
        return made.length() < min ? "x".repeat(min) : made;
    }
}
