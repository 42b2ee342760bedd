package vn.lienthong.node.incoming.internal.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.register.BookId;
import vn.lienthong.node.register.NumberWish;

/**
 * What a clerk decides when a document is registered.
 *
 * @param book in which book
 * @param wish which number
 * @param arrivedOn ngày đến
 * @param type tên loại
 * @param dueOn hạn giải quyết; null without
 * @param extra the lesser fields
 */
public record RegisterOrder(
        BookId book,
        NumberWish wish,
        LocalDate arrivedOn,
        String type,
        @Nullable LocalDate dueOn,
        Extra extra) {

    /**
     * The lesser fields.
     *
     * @param pages số trang; null when not counted
     * @param copies số bản; null when not counted
     * @param paper whether paper comes with it
     * @param field lĩnh vực
     * @param fileCode hồ sơ số
     * @param note ghi chú
     */
    public record Extra(
            @Nullable Integer pages,
            @Nullable Integer copies,
            boolean paper,
            String field,
            String fileCode,
            String note) {}
}
