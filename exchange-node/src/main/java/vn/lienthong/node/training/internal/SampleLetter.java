package vn.lienthong.node.training.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.party.Bloc;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.node.training.TrainingAgency;

/**
 * What a sample document says: words for a page, and what is known about it. All of it says that it is for training.
 *
 * @param sender who sends it
 * @param addressee whom the page addresses
 * @param code number and notation
 * @param type name of its kind; empty for an official letter
 * @param subject trích yếu
 * @param paragraphs the text
 * @param signer who signs it
 * @param date its day
 */
record SampleLetter(
        TrainingAgency sender,
        TrainingAgency addressee,
        DocumentCode code,
        String type,
        String subject,
        List<String> paragraphs,
        Signer signer,
        LocalDate date) {

    /** Signs the letter that the trainee sends. */
    static final String CHAIRMAN = "Nguyễn Văn Hòa";

    /** To whom the trainee's letter is addressed: two that answer, and one that has to be reminded. */
    private static final List<TrainingAgency> TO_BE_ADDRESSED =
            List.of(TrainingAgency.PROVINCE, TrainingAgency.PARTY_COMMITTEE, TrainingAgency.UPSTREAM);

    private static final String NOTE =
            "Văn bản này chỉ dùng để tập huấn phần mềm; cơ quan, người ký và nội dung đều không có thật.";
    private static final int FIRST_NUMBER = 100;
    private static final int NUMBERS_PER_ROUND = 10;

    /** Copies the text. */
    SampleLetter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The letter of a kind; each round has numbers of its own. */
    static SampleLetter of(SampleKind kind, int round, LocalDate date) {
        SampleKind words = kind == SampleKind.DUPLICATE ? SampleKind.ORDINARY : kind;
        TrainingAgency sender = words.sender();
        int number = FIRST_NUMBER + round * NUMBERS_PER_ROUND + words.number();
        return new SampleLetter(
                sender,
                kind == SampleKind.WRONG_ADDRESSEE ? TrainingAgency.UPSTREAM : TrainingAgency.TRAINEE,
                new DocumentCode(Integer.toString(number), notation(words)),
                words == SampleKind.TO_BE_FOUND ? "Thông báo" : "",
                subject(words),
                paragraphs(words),
                signer(sender),
                date);
    }

    private static String notation(SampleKind kind) {
        return switch (kind) {
            case ORDINARY, DUPLICATE -> "VP-VX";
            case URGENT -> "SNV-TCBC";
            case EXPRESS -> "CV/TU";
            case WRONG_ADDRESSEE -> "CV/BTCTU";
            case BROKEN_SIGNATURE -> "STC-NS";
            case TO_BE_FOUND -> "TB-MTTQ-BTT";
            case CALLED_BACK -> "CV-MTTQ";
        };
    }

    private static String subject(SampleKind kind) {
        return switch (kind) {
            case ORDINARY, DUPLICATE -> "Về việc báo cáo kết quả tiếp công dân quý IV (tập huấn)";
            case URGENT -> "Về việc rà soát biên chế công chức cấp xã trước ngày họp (tập huấn)";
            case EXPRESS -> "Về việc ứng phó mưa lũ trên sông Hương trong đêm nay (tập huấn)";
            case WRONG_ADDRESSEE -> "Về việc chuẩn bị nhân sự của Đảng ủy xã Thượng Nguồn (tập huấn)";
            case BROKEN_SIGNATURE -> "Về việc giao dự toán bổ sung cho ngân sách xã (tập huấn)";
            case TO_BE_FOUND -> "Thông báo kết quả Ngày hội Đại đoàn kết toàn dân tộc tại các thôn (tập huấn)";
            case CALLED_BACK -> "Về việc mời dự Hội nghị hiệp thương lần thứ nhất (tập huấn)";
        };
    }

    private static List<String> paragraphs(SampleKind kind) {
        List<String> text = new ArrayList<>(
                switch (kind) {
                    case ORDINARY, DUPLICATE ->
                        List.of(
                                "Văn phòng đề nghị Ủy ban nhân dân xã tổng hợp số lượt tiếp công dân, số đơn đã giải"
                                        + " quyết và số đơn còn lại của quý IV.",
                                "Báo cáo gửi về Văn phòng trên trục liên thông trước ngày 20 hằng tháng.");
                    case URGENT ->
                        List.of(
                                "Sở Nội vụ đề nghị xã rà soát danh sách công chức hiện có mặt và vị trí còn thiếu.",
                                "Đây là văn bản khẩn: đề nghị vào sổ và trình lãnh đạo ngay trong buổi.");
                    case EXPRESS ->
                        List.of(
                                "Thường trực Tỉnh ủy yêu cầu trực ban 24/24 giờ, di dời các hộ ven sông trước 21 giờ.",
                                "Văn bản Hỏa tốc: chuyển ngay khi nhận được, kể cả ngoài giờ làm việc.");
                    case WRONG_ADDRESSEE ->
                        List.of(
                                "Ban Tổ chức đề nghị Đảng ủy xã Thượng Nguồn chuẩn bị danh sách nhân sự.",
                                "Văn bản đề tên nơi nhận là xã Thượng Nguồn nhưng đã gửi nhầm tới đơn vị khác.");
                    case BROKEN_SIGNATURE ->
                        List.of(
                                "Sở Tài chính thông báo dự toán bổ sung cho ngân sách xã.",
                                "Tệp của văn bản này đã bị sửa sau khi ký: phần kiểm tra phải báo chữ ký không còn"
                                        + " đúng.");
                    case TO_BE_FOUND ->
                        List.of(
                                "Ban Thường trực thông báo kết quả Ngày hội Đại đoàn kết toàn dân tộc tại 12 thôn.",
                                "Đề nghị lưu để tra cứu khi chuẩn bị Ngày hội năm sau.");
                    case CALLED_BACK ->
                        List.of(
                                "Ban Thường trực trân trọng mời đại diện lãnh đạo xã dự hội nghị.",
                                "Thời gian ghi trong giấy mời này sai; nơi gửi sẽ đề nghị lấy lại văn bản.");
                });
        text.add(NOTE);
        return text;
    }

    private static Signer signer(TrainingAgency sender) {
        return switch (sender.bloc()) {
            case PARTY -> new Signer("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Trần Thị Mẫu");
            case FRONT -> new Signer("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Văn Mẫu");
            default -> new Signer("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Phạm Văn Mẫu");
        };
    }

    /** What is known about it. */
    DocumentMetadata metadata(SampleKind kind) {
        return DocumentMetadata.builder(Organization.of(sender.code(), sender.title()), subject)
                .recipients(List.of(Organization.of(addressee.code(), addressee.title())))
                .code(code)
                .promulgation(new Promulgation("Sông Hương", date))
                .type(DocumentType.named(type.isEmpty() ? "Công văn" : type))
                .signer(signer)
                .urgency(kind.urgency())
                .toPlaces(List.of(addressee.title()))
                .build();
    }

    /** The page. */
    AdministrativeLetter page() {
        return new AdministrativeLetter(
                sender.bloc() == Bloc.PARTY ? AdministrativeLetter.PARTY_HEADING : AdministrativeLetter.STATE_HEADING,
                List.of("TẬP HUẤN", sender.plainName().toUpperCase(Locale.forLanguageTag("vi"))),
                code.display(),
                "Sông Hương, ngày " + date.getDayOfMonth() + " tháng " + date.getMonthValue() + " năm "
                        + date.getYear(),
                type.toUpperCase(Locale.forLanguageTag("vi")),
                subject,
                List.of(addressee.title()),
                paragraphs,
                new AdministrativeLetter.Signatory(List.of(signer.competence(), signer.position()), signer.fullName()),
                List.of("Như trên;", "Lưu: VT."));
    }

    /** A letter that the trainee may send: it names three agencies as recipients and has no number yet. */
    static AdministrativeLetter toBeSent(LocalDate date) {
        return new AdministrativeLetter(
                AdministrativeLetter.STATE_HEADING,
                List.of("TỈNH SÔNG HƯƠNG", "ỦY BAN NHÂN DÂN XÃ HƯƠNG GIANG"),
                "      /BC-UBND",
                "Hương Giang, ngày " + date.getDayOfMonth() + " tháng " + date.getMonthValue() + " năm "
                        + date.getYear(),
                "BÁO CÁO",
                "Kết quả tiếp công dân quý IV năm " + date.getYear() + " (tập huấn)",
                TO_BE_ADDRESSED.stream().map(TrainingAgency::title).toList(),
                List.of(
                        "Trong quý IV, Ủy ban nhân dân xã đã tiếp 42 lượt công dân, nhận 15 đơn, giải quyết xong 13"
                                + " đơn.",
                        "Ủy ban nhân dân xã báo cáo để các cơ quan biết, chỉ đạo.",
                        NOTE),
                new AdministrativeLetter.Signatory(List.of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), CHAIRMAN),
                Stream.concat(TO_BE_ADDRESSED.stream().map(agency -> agency.title() + ";"), Stream.of("Lưu: VT."))
                        .toList());
    }
}
