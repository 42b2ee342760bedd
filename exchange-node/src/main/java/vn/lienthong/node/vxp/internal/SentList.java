package vn.lienthong.node.vxp.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.Statements;

/** Where sent documents are, at each recipient. */
@InNodeRole
@Component
class SentList {

    private static final int MOST = 100;

    private final Dispatches dispatches;
    private final Statements statements;
    private final Codes codes;

    SentList(Dispatches dispatches, Statements statements, Codes codes) {
        this.dispatches = dispatches;
        this.statements = statements;
        this.codes = codes;
    }

    byte[] list(VxpCaller caller) {
        AgencyCode sender = codes.today(caller.agency());
        Optional<String> docId = caller.parameter("docid");
        List<Dispatch> found = docId.isEmpty()
                ? dispatches.list(sender, Optional.empty(), MOST)
                : ParcelId.parse(docId.get()).flatMap(id -> dispatches.find(sender, id)).stream()
                        .toList();
        Map<ParcelId, List<Standing>> standings =
                statements.standings(found.stream().map(Dispatch::parcelId).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Dispatch dispatch : found) {
            Map<AgencyCode, Standing> byRecipient = standings.getOrDefault(dispatch.parcelId(), List.of()).stream()
                    .collect(Collectors.toMap(Standing::recipient, Function.identity()));
            for (Dispatch.Leg leg : dispatch.deliveries()) {
                rows.add(row(dispatch, leg, Optional.ofNullable(byRecipient.get(leg.recipient()))));
            }
        }
        return VxpAnswer.list(rows);
    }

    private static Map<String, Object> row(Dispatch dispatch, Dispatch.Leg leg, Optional<Standing> standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("serviceType", "eDoc");
        row.put("messageType", "edoc");
        row.put("fromCode", dispatch.sender().value());
        row.put("toCode", leg.recipient().value());
        row.put("senderDocId", dispatch.parcelId().value());
        row.put("receiverDocId", dispatch.parcelId().value());
        row.put("sendStatus", sendStatus(leg.stage()));
        row.put("sendStatusDesc", words(leg.stage()));
        standing.map(Standing::status).ifPresent(status -> receive(row, status));
        row.put("title", dispatch.document().subject());
        row.put(
                "notation",
                new DocumentCode(
                                dispatch.document().codeNumber(),
                                dispatch.document().codeNotation())
                        .display());
        row.put("sentTime", Codes.time(dispatch.createdAt()));
        if (leg.stage() == DeliveryStage.HANDED_OVER) {
            row.put("receivedTime", Codes.time(leg.since()));
        }
        return row;
    }

    private static void receive(Map<String, Object> row, Known status) {
        row.put("receiveStatus", status.code());
        row.put("receiveStatusDesc", status.vietnamese());
    }

    private static String sendStatus(DeliveryStage stage) {
        return switch (stage) {
            case HANDED_OVER -> "done";
            case REFUSED, EXPIRED, RECALLED -> "fail";
            default -> "processing";
        };
    }

    private static String words(DeliveryStage stage) {
        return switch (stage) {
            case HANDED_OVER -> "Nơi nhận đã nhận";
            case REFUSED -> "Nơi nhận từ chối";
            case EXPIRED -> "Quá hạn chuyển";
            case RECALLED -> "Đã lấy lại";
            default -> "Đang chuyển";
        };
    }
}
