package vn.lienthong.core.wire;

import java.time.Duration;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.Actor;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.value.Sha256;

/** The answers of a node to parcels and to evidence as JSON; the member {@code result} tells which answer it is. */
final class AnswerJson {

    private static final int VERSION = 1;

    private AnswerJson() {}

    static TransferAnswers readAnswers(JsonObject json) throws MalformedException {
        HeaderJson.version(json, VERSION);
        return new TransferAnswers(json.objects("answers", ParcelFrames.MAX_PARCELS, AnswerJson::readAnswer));
    }

    static void writeAnswers(JsonWriter json, TransferAnswers answers) {
        json.whole("v", VERSION).objects("answers", answers.answers(), AnswerJson::writeAnswer);
    }

    static TransferAnswer readAnswer(JsonObject json) throws MalformedException {
        return switch (json.text("result")) {
            case "accepted" ->
                new TransferAnswer.Accepted(
                        json.objects("evidences", TransferAnswer.MAX_EVIDENCES, EvidenceJson::readSigned));
            case "already-here" ->
                new TransferAnswer.AlreadyHere(
                        json.objects("evidences", TransferAnswer.MAX_EVIDENCES, EvidenceJson::readSigned));
            case "retry-later" ->
                new TransferAnswer.RetryLater(
                        Duration.ofSeconds(
                                json.whole("afterSeconds", 0, TransferAnswer.RetryLater.MAX_AFTER.toSeconds())),
                        json.parsed("code", ErrorCode::find));
            case "refused" ->
                new TransferAnswer.Refused(
                        json.parsed("code", ErrorCode::find),
                        json.textOrEmpty("text"),
                        json.constant("actor", Actor.class),
                        json.objectsOrNone("evidences", TransferAnswer.MAX_EVIDENCES, EvidenceJson::readSigned));
            default -> throw json.wrong("unknown result", "result");
        };
    }

    static void writeAnswer(JsonWriter json, TransferAnswer answer) {
        switch (answer) {
            case TransferAnswer.Accepted accepted ->
                json.text("result", "accepted").objects("evidences", accepted.evidences(), EvidenceJson::writeSigned);
            case TransferAnswer.AlreadyHere already ->
                json.text("result", "already-here")
                        .objects("evidences", already.evidences(), EvidenceJson::writeSigned);
            case TransferAnswer.RetryLater(Duration after, ErrorCode code) ->
                json.text("result", "retry-later")
                        .whole("afterSeconds", after.toSeconds())
                        .text("code", code.code());
            case TransferAnswer.Refused refused ->
                json.text("result", "refused")
                        .text("code", refused.code().code())
                        .optionalText("text", refused.text())
                        .text("actor", refused.actor().name())
                        .optionalObjects("evidences", refused.evidences(), EvidenceJson::writeSigned);
        }
    }

    static EvidenceBatch readBatch(JsonObject json) throws MalformedException {
        HeaderJson.version(json, VERSION);
        return new EvidenceBatch(json.objects("evidences", EvidenceBatch.MAX_EVIDENCES, EvidenceJson::readSigned));
    }

    static void writeBatch(JsonWriter json, EvidenceBatch batch) {
        json.whole("v", VERSION).objects("evidences", batch.evidences(), EvidenceJson::writeSigned);
    }

    static ReceiptBatch readReceipts(JsonObject json) throws MalformedException {
        HeaderJson.version(json, VERSION);
        return new ReceiptBatch(
                json.text("checkpoint"), json.objects("receipts", ReceiptBatch.MAX_RECEIPTS, AnswerJson::readReceipt));
    }

    static void writeReceipts(JsonWriter json, ReceiptBatch batch) {
        json.whole("v", VERSION)
                .text("checkpoint", batch.checkpoint())
                .objects("receipts", batch.receipts(), AnswerJson::writeReceipt);
    }

    private static LoggedEvidence readReceipt(JsonObject json) throws MalformedException {
        return new LoggedEvidence(
                json.parsed("id", EvidenceId::parse),
                json.whole("index", 0, Long.MAX_VALUE),
                json.textsOrNone("path", LoggedEvidence.MAX_PATH, Sha256::fromHex));
    }

    private static void writeReceipt(JsonWriter json, LoggedEvidence receipt) {
        json.text("id", receipt.id()).whole("index", receipt.index()).optionalTexts("path", receipt.path());
    }

    static EvidenceAnswers readEvidenceAnswers(JsonObject json) throws MalformedException {
        HeaderJson.version(json, VERSION);
        return new EvidenceAnswers(
                json.objects("answers", EvidenceBatch.MAX_EVIDENCES, AnswerJson::readEvidenceAnswer));
    }

    static void writeEvidenceAnswers(JsonWriter json, EvidenceAnswers answers) {
        json.whole("v", VERSION).objects("answers", answers.answers(), AnswerJson::writeEvidenceAnswer);
    }

    private static EvidenceAnswer readEvidenceAnswer(JsonObject json) throws MalformedException {
        EvidenceId id = json.parsed("id", EvidenceId::parse);
        return switch (json.text("result")) {
            case "stored" -> new EvidenceAnswer.Stored(id);
            case "already-here" -> new EvidenceAnswer.AlreadyHere(id);
            case "refused" -> new EvidenceAnswer.Refused(id, json.parsed("code", ErrorCode::find));
            default -> throw json.wrong("unknown result", "result");
        };
    }

    private static void writeEvidenceAnswer(JsonWriter json, EvidenceAnswer answer) {
        json.text("id", answer.id());
        switch (answer) {
            case EvidenceAnswer.Stored stored -> json.text("result", "stored");
            case EvidenceAnswer.AlreadyHere already -> json.text("result", "already-here");
            case EvidenceAnswer.Refused refused ->
                json.text("result", "refused").text("code", refused.code().code());
        }
    }
}
