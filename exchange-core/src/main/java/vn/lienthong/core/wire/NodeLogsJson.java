package vn.lienthong.core.wire;

import java.util.List;
import java.util.Optional;
import vn.lienthong.core.directory.LogKey;
import vn.lienthong.core.directory.LogPurpose;
import vn.lienthong.core.directory.NodeLogs;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.PublishedLog;
import vn.lienthong.core.directory.PublishedWitness;

/** The logs of a node and its keys as a witness as JSON. */
final class NodeLogsJson {

    private NodeLogsJson() {}

    static NodeLogs readMessage(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Publication.VERSION);
        return read(json);
    }

    static void writeMessage(JsonWriter json, NodeLogs logs) {
        write(json.whole("v", Publication.VERSION), logs);
    }

    static NodeLogs read(JsonObject json) throws MalformedException {
        return new NodeLogs(
                json.objectsOrNone("logs", NodeLogs.MAX_LOGS, NodeLogsJson::readLog),
                json.objectOrNull("witness", NodeLogsJson::readWitness),
                json.parsedOrNull("url", Optional::of));
    }

    static void write(JsonWriter json, NodeLogs logs) {
        json.optionalObjects("logs", logs.logs(), NodeLogsJson::writeLog)
                .optionalObject("witness", logs.witness(), NodeLogsJson::writeWitness)
                .optionalText("url", logs.url());
    }

    private static PublishedLog readLog(JsonObject json) throws MalformedException {
        return new PublishedLog(json.constant("log", LogPurpose.class), json.text("origin"), keys(json));
    }

    private static void writeLog(JsonWriter json, PublishedLog log) {
        json.text("log", log.purpose().name()).text("origin", log.origin()).texts("keys", log.keys());
    }

    private static PublishedWitness readWitness(JsonObject json) throws MalformedException {
        return new PublishedWitness(keys(json), json.flag("offered"));
    }

    private static void writeWitness(JsonWriter json, PublishedWitness witness) {
        json.texts("keys", witness.keys()).flag("offered", witness.offered());
    }

    private static List<LogKey> keys(JsonObject json) throws MalformedException {
        return json.texts("keys", PublishedLog.MAX_KEYS, text -> Optional.of(new LogKey(text)));
    }
}
