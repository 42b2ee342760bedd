package vn.lienthong.node.incoming.internal.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of documents that arrived. */
public enum Queue {
    /** Chờ tiếp nhận: most urgent first. */
    WAITING("d.state = 'ARRIVED'", Order.QUEUE, "incoming_queue"),
    /** Khẩn: those of them that are urgent. */
    URGENT("d.state = 'ARRIVED' and d.queue_key < " + NewDocument.ordinaryQueue(), Order.QUEUE, "incoming_queue"),
    /** Có vấn đề: those of them about which the checks have something to say. */
    PROBLEM("d.state = 'ARRIVED' and d.problem = 1", Order.QUEUE, "incoming_problem"),
    /** Đã tiếp nhận, chưa vào sổ. */
    ACCEPTED("d.state = 'ACCEPTED'", Order.QUEUE, "incoming_queue"),
    /** Đã vào sổ, chưa trình. */
    REGISTERED("d.state = 'REGISTERED'", Order.QUEUE, "incoming_queue"),
    /** Đã trình. */
    SUBMITTED("d.state = 'SUBMITTED'", Order.QUEUE, "incoming_queue"),
    /** Đã lưu hồ sơ: newest first. */
    FILED("d.state = 'FILED'", Order.NEWEST, "incoming_state"),
    /** Đã từ chối: newest first. */
    REFUSED("d.state = 'REFUSED'", Order.NEWEST, "incoming_state"),
    /** Tất cả: newest first. */
    ALL("1 = 1", Order.NEWEST, "incoming_all");

    private final String condition;
    private final Order order;
    private final String index;

    Queue(String condition, Order order, String index) {
        this.condition = condition;
        this.order = order;
        this.index = index;
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

    /**
     * The index in the order of the list. It has to be named: otherwise the database reads all of the agency's documents from the
     * first one to find the place where a later page begins.
     */
    String index() {
        return index;
    }

    /** In which order a list is read. */
    enum Order {
        QUEUE,
        NEWEST
    }
}
