package vn.lienthong.node.desk.internal.rest;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;

/** What a document does to earlier ones, and its lesser fields. */
final class BusinessFields {

    private static final int REASON = 500;
    private static final int DOCUMENT_ID = 200;
    private static final int ORGAN_ID = 100;

    private BusinessFields() {}

    static BusinessAction action(Fields document) {
        return document.object("business", BusinessFields::readAction).orElse(BusinessAction.NEW);
    }

    static OtherInfo other(Fields document) {
        int most = OtherInfo.MAX_ENTRIES;
        String sphere = document.text("sphere", 100);
        String typist = document.text("typerNotation", 10);
        Integer copies = document.whole("promulgationAmount", 0, OtherInfo.MAX_AMOUNT);
        Integer pages = document.whole("pageAmount", 0, OtherInfo.MAX_AMOUNT);
        List<String> replyFors = document.texts("replyFors", most, 200);
        boolean direction = document.flag("direction");
        List<String> appendixes = document.texts("appendixes", most, 500);
        String steering = document.text("steeringType", 20);
        List<String> tasks = document.texts("taskCodes", most, 100);
        String application = document.text("applicationType", 50);
        return document.built(() -> new OtherInfo(
                        sphere, typist, copies, pages, replyFors, direction, appendixes, steering, tasks, application))
                .orElse(OtherInfo.NONE);
    }

    private static Optional<BusinessAction> readAction(Fields json) {
        Integer number = json.whole("kind", 0, BusinessKind.REPLACE.number());
        if (!json.has("kind")) {
            json.faults().add(json.at("kind"), "Thiếu trường bắt buộc");
        }
        BusinessKind kind = BusinessKind.ofNumber(number == null ? 0 : number).orElse(BusinessKind.NEW);
        String reason = json.lines("reason", REASON);
        boolean paper = json.flag("paper");
        String documentId = json.text("documentId", DOCUMENT_ID);
        boolean changed = json.flag("documentChanged");
        List<ReceiverChange> changes =
                json.objects("receiverChanges", BusinessAction.MAX_CHANGES, BusinessFields::change);
        List<Replacement> replacements =
                json.objects("replacements", BusinessAction.MAX_REPLACEMENTS, BusinessFields::replacement);
        return json.built(() -> new BusinessAction(kind, reason, paper, documentId, changed, changes, replacements));
    }

    private static Optional<ReceiverChange> change(Fields json) {
        String organ = json.required("organId", json.text("organId", ORGAN_ID));
        boolean added = json.flag("added");
        return organ.isEmpty() ? Optional.empty() : json.built(() -> new ReceiverChange(organ, added));
    }

    private static Optional<Replacement> replacement(Fields json) {
        String documentId = json.required("documentId", json.text("documentId", DOCUMENT_ID));
        List<String> organs = json.texts("organIds", Replacement.MAX_HOLDERS, ORGAN_ID);
        return documentId.isEmpty() ? Optional.empty() : json.built(() -> new Replacement(documentId, organs));
    }
}
