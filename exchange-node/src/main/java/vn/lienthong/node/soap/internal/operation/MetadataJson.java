package vn.lienthong.node.soap.internal.operation;

import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.node.soap.internal.wire.Asked;
import vn.lienthong.node.soap.internal.wire.Envelope;

/**
 * Says what stands in a {@code Submit} in the words of the REST interface, so that one set of rules reads both. The contract names its
 * elements as REST names its members; here is only what JSON knows and XML does not.
 */
final class MetadataJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> ARRAYS = Set.of(
            "recipients",
            "toPlaces",
            "responseFor",
            "replyFors",
            "appendixes",
            "taskCodes",
            "receiverChanges",
            "replacements",
            "organIds");
    private static final Set<String> NUMBERS =
            Set.of("kind", "type", "typeDetail", "urgency", "promulgationAmount", "pageAmount");
    private static final Set<String> FLAGS = Set.of("allowPartial", "paper", "documentChanged", "added", "direction");
    private static final Set<String> OBJECTS = Set.of("sender", "signer", "business", "document");
    private static final Set<String> NAMES =
            Set.of("expiresAt", "appointedTime", "promulgationDate", "dueDate", "secrecy", "code", "organId");

    private MetadataJson() {}

    /** The metadata of a request that was found to keep to the contract. */
    static byte[] of(Asked submit) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode recipients = root.putArray("recipients");
        submit.names("recipients").forEach(recipients::add);
        submit.find("allowPartial").ifPresent(flag -> put(root, flag));
        submit.find("expiresAt").ifPresent(time -> put(root, time));
        submit.find("document").ifPresent(document -> put(root, document));
        return JSON.writeValueAsBytes(root);
    }

    private static ObjectNode object(Asked element) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Envelope.children(element.element()).forEach(child -> put(object, new Asked(child)));
        return object;
    }

    private static void put(ObjectNode object, Asked child) {
        String name = child.element().getLocalName();
        String text = child.text();
        if (ARRAYS.contains(name)) {
            ArrayNode array = object.withArrayProperty(name);
            if (Envelope.children(child.element()).isEmpty()) {
                array.add(text);
            } else {
                array.add(object(child));
            }
        } else if (OBJECTS.contains(name)) {
            object.set(name, object(child));
        } else if (NUMBERS.contains(name)) {
            object.put(name, Integer.parseInt(text.strip()));
        } else if (FLAGS.contains(name)) {
            object.put(name, text.strip().equals("true") || text.strip().equals("1"));
        } else {
            object.put(name, NAMES.contains(name) ? text.strip() : text);
        }
    }
}
