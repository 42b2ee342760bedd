package vn.lienthong.node.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.lienthong.core.document.Urgency;

/** Invented documents with words as common and as rare as in real ones: phrases by rank, places and people that few share. */
final class SampleSubjects {

    private static final String[] ACTS = {
        "báo cáo",
        "triển khai thực hiện",
        "tăng cường",
        "đôn đốc",
        "phối hợp",
        "xin ý kiến về",
        "góp ý dự thảo",
        "thông báo kết luận cuộc họp về",
        "cử cán bộ tham gia",
        "mời dự hội nghị",
        "phê duyệt",
        "đề nghị hỗ trợ kinh phí",
        "kiểm tra, giám sát",
        "chấn chỉnh",
        "sơ kết",
        "tổng kết",
        "trả lời kiến nghị về",
        "điều chỉnh kế hoạch",
        "công bố danh mục",
        "giải quyết đơn thư liên quan đến"
    };
    private static final String[] THINGS = {
        "kế hoạch phát triển kinh tế - xã hội",
        "công tác cải cách hành chính",
        "chuyển đổi số",
        "phòng, chống thiên tai",
        "công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ",
        "quản lý đất đai",
        "giải phóng mặt bằng",
        "giải ngân vốn đầu tư công",
        "an toàn giao thông",
        "an ninh trật tự",
        "bảo hiểm y tế",
        "chương trình nông thôn mới",
        "công tác tiếp công dân",
        "phòng, chống tham nhũng, tiêu cực",
        "quy hoạch chung xây dựng",
        "môi trường",
        "giáo dục mầm non",
        "y tế cơ sở",
        "thu ngân sách nhà nước",
        "thi đua, khen thưởng",
        "tuyển dụng viên chức",
        "đại hội chi bộ",
        "tuyển quân",
        "bầu cử đại biểu Hội đồng nhân dân",
        "lễ hội truyền thống",
        "di tích lịch sử",
        "nước sạch nông thôn",
        "phòng, chống dịch bệnh trên đàn vật nuôi",
        "khai thác thủy sản",
        "trồng rừng",
        "xuất khẩu lao động",
        "chợ và trung tâm thương mại",
        "cấp phép xây dựng",
        "hỗ trợ người có công",
        "bảo trợ xã hội",
        "thanh tra việc sử dụng tài sản công",
        "lưu trữ hồ sơ điện tử",
        "họp tổ công tác",
        "kiểm kê rừng",
        "đê điều"
    };
    private static final String[] SYLLABLES = {
        "Hương", "Giang", "Sơn", "Thủy", "Lâm", "Phú", "Yên", "Bình", "Thạch", "Vân", "Quảng", "Trạch", "Kim", "Long",
        "Mỹ", "Lộc", "Xuân", "Thượng", "Hạ", "Đông", "Tây", "Cẩm", "Ngọc", "Bạch", "Đằng", "Tường", "Khê", "Nghĩa",
        "Trung", "Hòa"
    };
    private static final String[] FAMILIES = {"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"};
    private static final String[] SENDERS = {
        "Ủy ban nhân dân xã",
        "Ủy ban nhân dân phường",
        "Đảng ủy xã",
        "Sở Xây dựng tỉnh",
        "Sở Tài chính tỉnh",
        "Trung tâm Y tế khu vực",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Hội Nông dân xã"
    };
    private static final String[] TYPES = {
        "Công văn", "Báo cáo", "Quyết định", "Kế hoạch", "Thông báo", "Giấy mời", "Tờ trình"
    };
    private static final String[] NOTATIONS = {
        "UBND-VX", "UBND-KT", "BC-UBND", "QĐ-UBND", "SXD-QLN", "STC-NS", "CV/ĐU", "TTYT-KH"
    };
    private static final int NUMBERS = 3000;

    private final Random random;

    SampleSubjects(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A document.
     *
     * @param number số
     * @param notation ký hiệu
     * @param type tên loại
     * @param subject trích yếu
     * @param party the other side
     * @param signer who signed
     * @param urgency 0 to 4
     */
    record Sample(
            String number, String notation, String type, String subject, String party, String signer, int urgency) {
        String code() {
            return number + "/" + notation;
        }

        /** Everything that is searched. */
        String words() {
            String urgencyWords =
                    Urgency.ofLevel(urgency).map(Urgency::vietnamese).orElse("");
            return String.join(" ", code(), type, subject, party, signer, urgencyWords);
        }
    }

    Sample next() {
        String subject = "Về việc " + ranked(ACTS) + " " + ranked(THINGS) + " và " + ranked(THINGS)
                + " trên địa bàn xã " + place() + ", hồ sơ " + Integer.toString(random.nextInt(1 << 20), 36) + "x";
        return new Sample(
                Integer.toString(1 + (int) (NUMBERS * Math.pow(random.nextDouble(), 2))),
                any(NOTATIONS),
                ranked(TYPES),
                subject,
                any(SENDERS) + " " + place(),
                any(FAMILIES) + " " + any(SYLLABLES) + " " + any(SYLLABLES),
                random.nextInt(20) == 0 ? 1 + random.nextInt(3) : 0);
    }

    private String place() {
        return any(SYLLABLES) + " " + any(SYLLABLES);
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** The first is the most common one, the others ever rarer. */
    private String ranked(String[] words) {
        return words[(int) (Math.pow(words.length + 1.0, random.nextDouble()) - 1)];
    }

    /** Pairs of syllables that occur as names. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String first : SYLLABLES) {
            for (String second : SYLLABLES) {
                names.add(first + " " + second);
            }
        }
        return names;
    }
}
