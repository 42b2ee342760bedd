package vn.lienthong.core.wire;

import java.util.Optional;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;

/** The part of {@code document.json} about earlier documents, and its lesser fields. */
final class BusinessJson {

    private BusinessJson() {}

    static void write(JsonWriter json, BusinessAction business, OtherInfo other) {
        json.optionalObject(
                        "business", business.equals(BusinessAction.NEW) ? null : business, BusinessJson::writeAction)
                .optionalText("sphere", other.sphere())
                .optionalText("typerNotation", other.typerNotation())
                .optionalWhole("promulgationAmount", other.promulgationAmount())
                .optionalWhole("pageAmount", other.pageAmount())
                .optionalTexts("replyFors", other.replyFors())
                .flag("direction", other.direction())
                .optionalTexts("appendixes", other.appendixes())
                .optionalText("steeringType", other.steeringType())
                .optionalTexts("taskCodes", other.taskCodes())
                .optionalText("applicationType", other.applicationType());
    }

    static OtherInfo readOther(JsonObject json) throws MalformedException {
        return new OtherInfo(
                json.textOrEmpty("sphere"),
                json.textOrEmpty("typerNotation"),
                json.wholeOrNull("promulgationAmount", 0, OtherInfo.MAX_AMOUNT),
                json.wholeOrNull("pageAmount", 0, OtherInfo.MAX_AMOUNT),
                json.textsOrNone("replyFors", OtherInfo.MAX_ENTRIES, Optional::of),
                json.flag("direction"),
                json.textsOrNone("appendixes", OtherInfo.MAX_ENTRIES, Optional::of),
                json.textOrEmpty("steeringType"),
                json.textsOrNone("taskCodes", OtherInfo.MAX_ENTRIES, Optional::of),
                json.textOrEmpty("applicationType"));
    }

    static BusinessAction readAction(JsonObject json) throws MalformedException {
        return new BusinessAction(
                BusinessKind.ofNumber(json.whole("kind", 0, 3)).orElseThrow(() -> json.wrong("unknown", "kind")),
                json.textOrEmpty("reason"),
                json.flag("paper"),
                json.textOrEmpty("documentId"),
                json.flag("documentChanged"),
                json.objectsOrNone(
                        "receiverChanges",
                        BusinessAction.MAX_CHANGES,
                        change -> new ReceiverChange(change.text("organId"), change.flag("added"))),
                json.objectsOrNone("replacements", BusinessAction.MAX_REPLACEMENTS, BusinessJson::readReplacement));
    }

    private static void writeAction(JsonWriter json, BusinessAction business) {
        json.whole("kind", business.kind().number())
                .optionalText("reason", business.reason())
                .flag("paper", business.paper())
                .optionalText("documentId", business.documentId())
                .flag("documentChanged", business.documentChanged())
                .optionalObjects(
                        "receiverChanges",
                        business.receiverChanges(),
                        (object, change) ->
                                object.text("organId", change.organId()).flag("added", change.added()))
                .optionalObjects(
                        "replacements",
                        business.replacements(),
                        (object, replacement) -> object.text("documentId", replacement.documentId())
                                .optionalTexts("organIds", replacement.organIds()));
    }

    private static Replacement readReplacement(JsonObject json) throws MalformedException {
        return new Replacement(
                json.text("documentId"), json.textsOrNone("organIds", Replacement.MAX_HOLDERS, Optional::of));
    }
}
