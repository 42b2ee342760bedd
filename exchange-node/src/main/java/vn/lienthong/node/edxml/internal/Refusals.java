package vn.lienthong.node.edxml.internal;

import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.edxml.EdxmlFault;
import vn.lienthong.core.edxml.EdxmlRule;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.edxml.EdxmlRefusal;
import vn.lienthong.node.edxml.EdxmlRefusal.Kind;
import vn.lienthong.node.edxml.EdxmlTaken;

/** Words for what is not taken: which element, which rule, what to do. */
final class Refusals {

    private static final String TO = "MessageHeader/To/OrganId";

    private Refusals() {}

    /** A fault that the reader found. */
    static EdxmlTaken.Refused of(EdxmlFault fault) {
        return refused(kind(fault.rule()), code(fault.rule()), fault.element(), fault.vietnamese(), fault.english());
    }

    private static Kind kind(EdxmlRule rule) {
        return switch (rule) {
            case SECRET -> Kind.STATE_SECRET;
            case MESSAGE_SIZE, FILE_SIZE -> Kind.TOO_LARGE;
            case BASE64, FILE_MISSING, ZIP_PATH, ZIP_RATIO, ZIP_BROKEN -> Kind.BAD_FILE;
            default -> Kind.NOT_EDXML;
        };
    }

    private static ErrorCode code(EdxmlRule rule) {
        return switch (rule) {
            case SECRET -> ErrorCode.SECRECY_NOT_ALLOWED;
            case MESSAGE_SIZE, FILE_SIZE -> ErrorCode.TOO_LARGE;
            case COUNT, DEPTH, MARKUP, MALFORMED, DOCTYPE, ENCODING, NOT_EDXML, VARIANT -> ErrorCode.REQUEST_MALFORMED;
            case ZIP_PATH -> ErrorCode.ATTACHMENT_NAME_INVALID;
            default -> ErrorCode.FIELD_INVALID;
        };
    }

    /** An element that is missing. */
    static EdxmlTaken.Refused missing(String element) {
        return of(EdxmlFault.of(element, EdxmlRule.MISSING));
    }

    static EdxmlTaken.Refused refused(Kind kind, ErrorCode code, String element, String vietnamese, String english) {
        return new EdxmlTaken.Refused(new EdxmlRefusal(kind, code, element, vietnamese, english, List.of()));
    }

    /** The catalogue's own words. */
    static EdxmlTaken.Refused plain(Kind kind, ErrorCode code) {
        return refused(kind, code, "", code.vietnamese(), code.english());
    }

    static EdxmlTaken.Refused senderForeign(String element) {
        return refused(
                Kind.SENDER_FOREIGN,
                ErrorCode.SENDER_NOT_SERVED,
                element,
                element
                        + " không phải cơ quan của thông tin kết nối này. Cách xử lý: gửi bằng tài khoản của cơ quan"
                        + " đó.",
                element
                        + " is not the agency of these credentials. What to do: send with the credentials of that"
                        + " agency.");
    }

    static EdxmlTaken.Refused secret() {
        return of(EdxmlFault.of("edXML", EdxmlRule.SECRET));
    }

    static EdxmlTaken.Refused documentUnknown(String element) {
        return refused(
                Kind.DOCUMENT_UNKNOWN,
                ErrorCode.NOT_FOUND,
                element,
                element + " không khớp văn bản nào giữa hai cơ quan. Cách xử lý: điền đúng OrganId, DocumentId hoặc số,"
                        + " ký hiệu và ngày ban hành của văn bản.",
                element + " matches no document between the two agencies. What to do: give OrganId and DocumentId, or"
                        + " number, notation and date of the document.");
    }

    /** Somebody is chosen beside the message whom the message does not name: perhaps left over from an earlier call. */
    static EdxmlTaken.Refused notNamed() {
        return refused(
                Kind.RECIPIENT_UNKNOWN,
                ErrorCode.FIELD_INVALID,
                TO,
                TO + " không có đơn vị được chọn nhận trong lời gọi. Cách xử lý: chỉ chọn đơn vị có trong To của thông"
                        + " điệp, hoặc bỏ tham số chọn nơi nhận.",
                TO
                        + " lacks an agency that the call chooses. What to do: choose among the recipients of the"
                        + " message, or leave the choice out.");
    }

    static EdxmlTaken.Refused notPossible(ErrorCode code, String vietnamese, String english) {
        return refused(Kind.NOT_POSSIBLE, code, "StatusCode", vietnamese, english);
    }

    /** Recipients that cannot be served, each with who takes its documents now. */
    static EdxmlTaken.Refused recipients(List<RecipientCheck> failures) {
        boolean unknown = failures.stream().anyMatch(RecipientCheck.Unknown.class::isInstance);
        ErrorCode code = failures.stream()
                .filter(failure -> unknown == failure instanceof RecipientCheck.Unknown)
                .flatMap(failure -> failure.error().stream())
                .findFirst()
                .orElse(ErrorCode.RECIPIENT_WITHOUT_KEY);
        return new EdxmlTaken.Refused(new EdxmlRefusal(
                unknown ? Kind.RECIPIENT_UNKNOWN : Kind.RECIPIENT_CLOSED,
                code,
                TO,
                TO + ": " + failures.stream().map(Refusals::vietnamese).collect(Collectors.joining("; "))
                        + ". Cách xử lý: tra danh mục cơ quan và sửa nơi nhận.",
                TO + ": " + failures.stream().map(Refusals::english).collect(Collectors.joining("; "))
                        + ". What to do: look the agencies up in the directory and correct the recipients.",
                failures));
    }

    private static String vietnamese(RecipientCheck failure) {
        ErrorCode code = failure.error().orElse(ErrorCode.RECIPIENT_WITHOUT_KEY);
        String successors = successors(failure);
        return failure.recipient() + " " + code.vietnamese()
                + (successors.isEmpty() ? "" : ", đơn vị kế thừa: " + successors);
    }

    private static String english(RecipientCheck failure) {
        ErrorCode code = failure.error().orElse(ErrorCode.RECIPIENT_WITHOUT_KEY);
        String successors = successors(failure);
        return failure.recipient() + " " + code.english() + (successors.isEmpty() ? "" : ", now: " + successors);
    }

    private static String successors(RecipientCheck failure) {
        return failure instanceof RecipientCheck.Closed closed
                ? closed.successors().stream().map(AgencyCode::value).collect(Collectors.joining(", "))
                : "";
    }
}
