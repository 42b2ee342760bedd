package vn.lienthong.node.desk.internal.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.DeliveryFigures;
import vn.lienthong.node.delivery.PeerTraffic;
import vn.lienthong.node.delivery.QueueFigures;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.platform.InNodeRole;

/** Adds queue, repairs, traffic and storage to the status; bounded, however many peers there are. */
@Component
@InNodeRole
class DeliveryStatus implements StatusDetail {

    private static final int MOST_PEERS = 100;

    private final DeliveryFigures figures;

    DeliveryStatus(DeliveryFigures figures) {
        this.figures = figures;
    }

    @Override
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        figures.queue().ifPresent(queue -> members.put("queue", queue(queue)));
        members.put("watchdog", watchdog());
        members.put("wire", wire());
        members.put("storage", Map.of("usedOctets", figures.storedOctets()));
        return members;
    }

    private static Map<String, Object> queue(QueueFigures queue) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("asOf", text(queue.asOf()));
        members.put("urgent", queue.waiting().urgent());
        members.put("ordinary", queue.waiting().ordinary());
        members.put("bulk", queue.waiting().bulk());
        members.put("underWay", queue.underWay());
        members.put("evidence", queue.evidence());
        members.put("oldestDueSeconds", queue.oldestDueSeconds());
        members.put("overdueHandovers", queue.overdueHandovers());
        return members;
    }

    private Map<String, Object> watchdog() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("repairs", figures.repairs().count());
        figures.repairs().lastAt().ifPresent(at -> members.put("lastRepairAt", text(at)));
        return members;
    }

    private Map<String, Object> wire() {
        List<PeerTraffic> traffic = figures.traffic();
        Map<String, Object> members = new LinkedHashMap<>(sums(traffic));
        members.put("since", text(figures.since()));
        members.put("strangers", figures.strangers());
        members.put("refusedReceipts", figures.refusedReceipts());
        members.put(
                "peers",
                traffic.stream().limit(MOST_PEERS).map(DeliveryStatus::peer).toList());
        if (traffic.size() > MOST_PEERS) {
            members.put("otherPeers", sums(traffic.subList(MOST_PEERS, traffic.size())));
        }
        return members;
    }

    private static Map<String, Object> peer(PeerTraffic traffic) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("node", traffic.peer().value());
        members.putAll(sums(List.of(traffic)));
        return members;
    }

    private static Map<String, Object> sums(List<PeerTraffic> traffic) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sentOctets", sum(traffic, PeerTraffic::sentOctets));
        members.put("receivedOctets", sum(traffic, PeerTraffic::receivedOctets));
        members.put("refused", sum(traffic, PeerTraffic::refused));
        members.put("putOff", sum(traffic, PeerTraffic::putOff));
        return members;
    }

    private static long sum(List<PeerTraffic> traffic, ToLongFunction<PeerTraffic> part) {
        return traffic.stream().mapToLong(part).sum();
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
