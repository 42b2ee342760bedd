package vn.lienthong.node.delivery.internal.evidencing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.ReceiptsReady;
import vn.lienthong.node.platform.InNodeRole;

/** Wakes the sender when the log can prove more than before. */
@Component
@InNodeRole
class ReceiptNews {

    private final EvidenceSignal signal;

    ReceiptNews(EvidenceSignal signal) {
        this.signal = signal;
    }

    @EventListener
    void ready(ReceiptsReady news) {
        if (news.log() == LogName.EVENTS) {
            signal.waiting();
        }
    }
}
