package vn.lienthong.core.wire;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;

/** Statements of agencies, bare and signed, as JSON. */
final class StatementJson {

    private static final int BATCH_VERSION = 1;

    private StatementJson() {}

    static Statement read(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Statement.VERSION);
        return new Statement(
                json.parsed("statementId", StatementId::parse),
                new StatementSubject(
                        json.parsed("parcelId", ParcelId::parse),
                        json.parsed("from", HeaderJson::agencyCode),
                        json.parsed("to", HeaderJson::agencyCode)),
                json.parsed("kind", StatementKind::ofWord),
                json.instant("at"),
                json.parsedOrNull("status", StatementJson::status),
                new StatementWords(json.textOrEmpty("reason"), json.textOrEmpty("text")),
                json.objectOrNull("actor", StatementJson::readActor),
                new StatementDetail(
                        json.textOrEmpty("arrivalNumber"),
                        json.parsedOrNull("dueDate", DocumentJson::date),
                        json.parsedOrNull("other", ParcelId::parse),
                        json.parsedOrNull("answers", StatementId::parse),
                        json.textsOrNone("changes", StatementDetail.MAX_CHANGES, Optional::of)));
    }

    static void write(JsonWriter json, Statement statement) {
        Known status = statement.status();
        StatementDetail detail = statement.detail();
        json.whole("v", Statement.VERSION)
                .text("statementId", statement.id())
                .text("parcelId", statement.subject().parcelId())
                .text("from", statement.subject().from())
                .text("to", statement.subject().to())
                .text("kind", statement.kind().word())
                .instant("at", statement.at())
                .optionalText("status", status == null ? null : status.code())
                .optionalText("reason", statement.words().reason())
                .optionalText("text", statement.words().text())
                .optionalObject("actor", statement.actor(), StatementJson::writeActor)
                .optionalText("arrivalNumber", detail.arrivalNumber())
                .optionalText("dueDate", detail.dueDate())
                .optionalText("other", detail.other())
                .optionalText("answers", detail.answers())
                .optionalTexts("changes", detail.changes());
    }

    static StatementBatch readBatch(JsonObject json) throws MalformedException {
        HeaderJson.version(json, BATCH_VERSION);
        return new StatementBatch(json.objects("statements", StatementBatch.MAX_STATEMENTS, StatementJson::readSigned));
    }

    static void writeBatch(JsonWriter json, StatementBatch batch) {
        json.whole("v", BATCH_VERSION).objects("statements", batch.statements(), StatementJson::writeSigned);
    }

    private static SignedStatement readSigned(JsonObject json) throws MalformedException {
        return new SignedStatement(
                json.octets("octets", Statement.MAX_OCTETS), json.octets("signature", SignedStatement.MAX_SIGNATURE));
    }

    private static void writeSigned(JsonWriter json, SignedStatement signed) {
        json.octets("octets", signed.octets()).octets("signature", signed.signature());
    }

    private static StatementActor readActor(JsonObject json) throws MalformedException {
        return new StatementActor(json.text("unit"), json.textOrEmpty("position"));
    }

    private static void writeActor(JsonWriter json, StatementActor actor) {
        json.text("unit", actor.unit()).optionalText("position", actor.position());
    }

    private static Optional<Known> status(String code) {
        return Arrays.stream(Known.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }
}
