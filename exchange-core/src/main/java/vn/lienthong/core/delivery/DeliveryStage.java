package vn.lienthong.core.delivery;

/** The name of a delivery's state; the reason of a refusal is in {@link DeliveryState}. */
public enum DeliveryStage {
    /** Waiting to be sent. */
    QUEUED(false, "Chờ gửi", "Queued"),
    /** Being sent. */
    IN_TRANSIT(false, "Đang gửi", "In transit"),
    /** Durable at the recipient's node. */
    CONSIGNED(false, "Đã đến nơi nhận", "Consigned"),
    /** Taken by the recipient. */
    HANDED_OVER(true, "Đã bàn giao", "Handed over"),
    /** Refused. */
    REFUSED(true, "Bị từ chối", "Refused"),
    /** Not consigned in time. */
    EXPIRED(true, "Quá hạn", "Expired"),
    /** Taken back by the sender. */
    RECALLED(true, "Đã lấy lại", "Recalled");

    private final boolean last;
    private final String vietnamese;
    private final String english;

    DeliveryStage(boolean last, String vietnamese, String english) {
        this.last = last;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Returns whether it never changes again. */
    public boolean isFinal() {
        return last;
    }

    /** Returns the name shown to Vietnamese readers. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Returns the name shown to English readers. */
    public String english() {
        return english;
    }
}
