package vn.lienthong.node.outgoing.internal.suggestion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lienthong.core.text.SearchText;

/** The types of documents: the 29 of Decree 30/2020, Article 7, and those of the Party that have other names. */
public final class LetterTypes {

    /** In the order of the decree; the Party's own at the end. */
    public static final List<String> ALL = List.of(
            "Nghị quyết",
            "Quyết định",
            "Chỉ thị",
            "Quy chế",
            "Quy định",
            "Thông cáo",
            "Thông báo",
            "Hướng dẫn",
            "Chương trình",
            "Kế hoạch",
            "Phương án",
            "Đề án",
            "Dự án",
            "Báo cáo",
            "Biên bản",
            "Tờ trình",
            "Hợp đồng",
            "Công văn",
            "Công điện",
            "Bản ghi nhớ",
            "Bản thỏa thuận",
            "Giấy ủy quyền",
            "Giấy mời",
            "Giấy giới thiệu",
            "Giấy nghỉ phép",
            "Phiếu gửi",
            "Phiếu chuyển",
            "Phiếu báo",
            "Thư công",
            "Kết luận",
            "Thông tri",
            "Quy trình",
            "Lời kêu gọi",
            "Tuyên bố");

    private static final Map<String, String> FOLDED =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SearchText::fold, Function.identity()));

    private LetterTypes() {}

    /** The type whose name stands alone on a line in capitals. */
    public static Optional<String> named(String line) {
        boolean capitals = line.length() < 30 && line.chars().noneMatch(Character::isLowerCase);
        return capitals ? Optional.ofNullable(FOLDED.get(SearchText.fold(line))) : Optional.empty();
    }
}
