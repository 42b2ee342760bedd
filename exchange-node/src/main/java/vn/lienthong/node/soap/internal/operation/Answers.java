package vn.lienthong.node.soap.internal.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Xml;
import vn.lienthong.node.statement.door.StatementAnswers;

/** The types of the contract that several answers have in common. */
final class Answers {

    private Answers() {}

    static Xml answer(String operation) {
        return Xml.root(Contract.NAMESPACE, operation + "Response");
    }

    static void dispatch(Xml xml, Dispatch dispatch, AgencyNames names) {
        xml.put("parcelId", dispatch.parcelId())
                .put("createdAt", Timestamps.format(dispatch.createdAt()))
                .put("expiresAt", Timestamps.format(dispatch.expiresAt()))
                .put("urgency", dispatch.urgency())
                .put("payloadSize", dispatch.payloadSize())
                .put("packageSha512", dispatch.packageSha512())
                .with("document", child -> summary(child, dispatch.document()))
                .each("deliveries", dispatch.deliveries(), (child, leg) -> leg(child, leg, names));
    }

    private static void leg(Xml xml, Dispatch.Leg leg, AgencyNames names) {
        xml.put("recipient", leg.recipient())
                .put("name", names.of(leg.recipient()))
                .put("node", leg.node())
                .put("state", leg.stage().name())
                .put("since", Timestamps.format(leg.since()));
        String reason = leg.reasonCode();
        if (reason != null) {
            xml.with(
                    "reason",
                    child -> child.put("code", reason)
                            .put(
                                    "message",
                                    ErrorCode.find(reason)
                                            .map(ErrorCode::vietnamese)
                                            .orElse("")));
        }
    }

    private static void summary(Xml xml, Dispatch.Summary summary) {
        xml.put("codeNumber", summary.codeNumber())
                .put("codeNotation", summary.codeNotation())
                .put("typeName", summary.typeName())
                .put("subject", summary.subject())
                .put("fileCount", summary.fileCount());
    }

    static void entry(Xml xml, InboxEntry entry) {
        xml.put("entryId", entry.entryId())
                .put("parcelId", entry.parcelId())
                .put("sender", entry.sender())
                .put("senderName", entry.senderName())
                .put("receivedAt", Timestamps.format(entry.receivedAt()))
                .put("urgency", entry.urgency())
                .put("state", entry.state().name())
                .with("document", child -> summary(child, entry.document()))
                .put("packageSize", entry.packageSize());
    }

    static void evidence(Xml xml, StoredEvidence stored, boolean genuine, @Nullable Receipt receipt) {
        Evidence evidence = stored.evidence();
        xml.put("id", evidence.id())
                .put("event", evidence.event().event())
                .put("time", Timestamps.format(evidence.time()))
                .put("issuerNode", evidence.issuer().node())
                .put("recipient", evidence.subject().recipient())
                .put("octets", stored.signed().octets())
                .put("signature", stored.signed().signature())
                .put("verification", genuine ? "VALID" : "INVALID");
        if (receipt != null) {
            xml.put("logProof", receipt.logProof());
        }
    }

    static void standing(Xml xml, StatementAnswers.AtRecipient at) {
        xml.put("recipient", at.recipient())
                .put("status", at.status())
                .put("statusAt", at.statusAt())
                .putWords("arrivalNumber", at.arrivalNumber())
                .put("dueDate", at.dueDate())
                .put("recallOpen", at.recallOpen())
                .put("withdrawn", at.withdrawn())
                .put("reminders", at.reminders())
                .each("statements", at.statements(), Answers::statement);
    }

    static void standings(Xml xml, List<StatementAnswers.AtRecipient> all) {
        xml.each("recipients", all, Answers::standing);
    }

    static void statement(Xml xml, StatementAnswers.One one) {
        xml.put("statementId", one.statementId())
                .put("kind", one.kind())
                .put("status", one.status())
                .put("from", one.from())
                .put("to", one.to())
                .put("at", one.at())
                .putWords("reason", one.reason())
                .putWords("text", one.text())
                .put("unit", one.unit())
                .putWords("position", one.position())
                .putWords("arrivalNumber", one.arrivalNumber())
                .put("dueDate", one.dueDate())
                .put("other", one.other())
                .put("answers", one.answers())
                .each("changes", one.changes())
                .put("octets", one.octets())
                .put("signature", one.signature());
    }
}
