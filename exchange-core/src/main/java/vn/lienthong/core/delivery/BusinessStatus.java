package vn.lienthong.core.delivery;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the recipient's people did with a document (trạng thái xử lý), in the two-digit codes that all systems exchange. */
public sealed interface BusinessStatus {

    /** Reads a code as received; 14 is read as 15; unknown codes are kept. Anything but 1 to 8 letters or digits is nothing. */
    static Optional<BusinessStatus> read(String code) {
        if (!Unknown.FORM.matcher(code).matches()) {
            return Optional.empty();
        }
        String meant = code.equals("14") ? Known.AGREED.code() : code;
        return Optional.of(Arrays.stream(Known.values())
                .filter(known -> known.code().equals(meant))
                .<BusinessStatus>map(known -> known)
                .findFirst()
                .orElseGet(() -> new Unknown(code)));
    }

    /** Returns the code to send. */
    String code();

    /** The statuses with a meaning. */
    enum Known implements BusinessStatus {
        /** Arrived: the system has it, the clerk has not seen it yet. */
        ARRIVED("01", 1, "Đã đến", "Arrived"),
        /** The clerk refuses it, with a reason. */
        REFUSED("02", 9, "Từ chối tiếp nhận", "Refused"),
        /** The clerk has registered it. */
        RECEIVED("03", 3, "Đã tiếp nhận", "Received"),
        /** Assigned to somebody. */
        ASSIGNED("04", 4, "Phân công", "Assigned"),
        /** Being worked on. */
        IN_PROGRESS("05", 5, "Đang xử lý", "In progress"),
        /** Done. */
        COMPLETED("06", 6, "Hoàn thành", "Completed"),
        /** The sender asks for it back, with a reason. */
        RECALL_REQUESTED("13", 0, "Lấy lại", "Recall requested"),
        /** The recipient agrees to recall or update. */
        AGREED("15", 9, "Đồng ý cập nhật / lấy lại", "Recall or update agreed"),
        /** The recipient refuses recall or update. */
        DECLINED("16", 0, "Từ chối cập nhật / lấy lại", "Recall or update declined");

        private final String number;
        private final int rank;
        private final String vietnamese;
        private final String english;

        Known(String number, int rank, String vietnamese, String english) {
            this.number = number;
            this.rank = rank;
            this.vietnamese = vietnamese;
            this.english = english;
        }

        @Override
        public String code() {
            return number;
        }

        /** Returns the name shown to Vietnamese readers. */
        public String vietnamese() {
            return vietnamese;
        }

        /** Returns the name shown to English readers. */
        public String english() {
            return english;
        }

        /** Returns whether the status must come with a reason. */
        public boolean needsReason() {
            return this == REFUSED || this == RECALL_REQUESTED || this == DECLINED;
        }

        int rank() {
            return rank;
        }
    }

    /**
     * A code without a known meaning, kept as received.
     *
     * @param code 1 to 8 letters or digits
     */
    record Unknown(String code) implements BusinessStatus {

        private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{1,8}");

        /** Refuses other forms. */
        public Unknown {
            if (!FORM.matcher(code).matches()) {
                throw new IllegalArgumentException("not a status code");
            }
        }
    }
}
