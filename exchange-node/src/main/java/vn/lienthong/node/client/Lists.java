package vn.lienthong.node.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in answers: one that was left out is an empty one. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
