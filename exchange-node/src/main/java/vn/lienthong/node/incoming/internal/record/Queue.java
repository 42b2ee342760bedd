package vn.lienthong.node.incoming.internal.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of documents that arrived. */
public enum Queue {
    /** Chờ tiếp nhận: most urgent first. */
    WAITING("d.state = 'ARRIVED'", Order.QUEUE),
    /** Khẩn: those of them that are urgent. */
    URGENT("d.state = 'ARRIVED' and d.queue_key < " + NewDocument.ordinaryQueue(), Order.QUEUE),
    /** Có vấn đề: those of them about which the checks have something to say. */
    PROBLEM("d.state = 'ARRIVED' and d.problem = 1", Order.QUEUE),
    /** Đã tiếp nhận, chưa vào sổ. */
    ACCEPTED("d.state = 'ACCEPTED'", Order.QUEUE),
    /** Đã vào sổ, chưa trình. */
    REGISTERED("d.state = 'REGISTERED'", Order.QUEUE),
    /** Đã trình. */
    SUBMITTED("d.state = 'SUBMITTED'", Order.QUEUE),
    /** Đã từ chối: newest first. */
    REFUSED("d.state = 'REFUSED'", Order.NEWEST),
    /** Tất cả: newest first. */
    ALL("1 = 1", Order.NEWEST);

    private final String condition;
    private final Order order;

    Queue(String condition, Order order) {
        this.condition = condition;
        this.order = order;
    }

    /** Finds the list of that name. */
    public static Optional<Queue> of(String slug) {
        return Stream.of(values()).filter(queue -> queue.slug().equals(slug)).findFirst();
    }

    /** Returns its name in addresses and the end of the key of its words. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    String condition() {
        return condition;
    }

    Order order() {
        return order;
    }

    /** In which order a list is read. */
    enum Order {
        QUEUE,
        NEWEST
    }
}
