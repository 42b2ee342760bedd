package vn.lienthong.node.vxp.internal;

import java.util.Optional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.edxml.EdxmlRefusal;

/**
 * Why a call is not answered as wished.
 *
 * @param code the code of the gateway
 * @param error the entry of the catalogue
 * @param words what is wrong and what to do, in Vietnamese
 */
record VxpFault(String code, ErrorCode error, String words) {

    static final String BAD_FILE = "10";
    static final String WRONG_KEY = "15";
    static final String RECIPIENT_UNKNOWN = "18";
    static final String SENDER_UNKNOWN = "19";
    static final String SYSTEM = "20";
    static final String FILE_FAILED = "21";
    static final String NOT_EDXML = "22";
    static final String RECIPIENT_LOCKED = "23";

    /** The same words for whatever is wrong with a key: nobody learns which part of it was right. */
    static VxpFault wrongKey() {
        return new VxpFault(
                WRONG_KEY,
                ErrorCode.NOT_AUTHENTICATED,
                "Sai SystemId, SecretKey hoặc chữ ký. Cách xử lý: kiểm tra khóa cổng trục, đồng hồ máy và địa chỉ mạng"
                        + " được phép.");
    }

    static VxpFault later(ErrorCode error) {
        return new VxpFault(SYSTEM, error, error.vietnamese() + ". Cách xử lý: gọi lại sau.");
    }

    static VxpFault notFound() {
        return new VxpFault(
                SYSTEM,
                ErrorCode.NOT_FOUND,
                "docId không có ở cơ quan này. Cách xử lý: lấy lại danh sách rồi dùng docId mới.");
    }

    static VxpFault parameter(String name, String rule) {
        return new VxpFault(NOT_EDXML, ErrorCode.FIELD_INVALID, "Tham số " + name + " " + rule + ".");
    }

    /** The code that the gateway has for a refusal of edXML. */
    static VxpFault of(EdxmlRefusal refusal) {
        String code = switch (refusal.kind()) {
            case BAD_FILE -> BAD_FILE;
            case TOO_LARGE -> FILE_FAILED;
            case RECIPIENT_UNKNOWN -> RECIPIENT_UNKNOWN;
            case RECIPIENT_CLOSED -> RECIPIENT_LOCKED;
            case SENDER_FOREIGN -> SENDER_UNKNOWN;
            case LATER -> SYSTEM;
            case NOT_EDXML, STATE_SECRET, DOCUMENT_UNKNOWN, NOT_POSSIBLE, KEY_TAKEN -> NOT_EDXML;
        };
        return new VxpFault(code, refusal.code(), refusal.vietnamese());
    }

    /** What goes into {@code ErrorDesc}. */
    String description() {
        return Optional.of(words).filter(text -> text.contains(error.code())).orElse(error.code() + ": " + words);
    }
}
