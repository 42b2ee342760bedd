package vn.lienthong.node.gateway;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/openapi.yaml}, with its references followed. */
final class OpenApiDocument {
    private static final Path FILE = Path.of("..", "docs", "openapi.yaml");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    static OpenApiDocument read() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded = new Yaml(new SafeConstructor(options)).load(Files.readString(FILE));
        return new OpenApiDocument(JSON.valueToTree(loaded));
    }

    JsonNode root() {
        return root;
    }

    /**
     * One operation.
     *
     * @param path as a template
     * @param method in capitals
     * @param node what is said about it
     * @param item what is said about its path
     */
    record Operation(String path, String method, JsonNode node, JsonNode item) {
        String name() {
            return method + " " + path;
        }

        /** Whether it exists on every node. */
        boolean everywhere() {
            return !node.has("x-only-at");
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(
                            path.getKey(),
                            method.getKey().toUpperCase(Locale.ROOT),
                            method.getValue(),
                            path.getValue()));
                }
            }
        }
        return operations;
    }

    /** Every parameter of an operation, those of its path included. */
    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.item().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        operation.node().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return parameters;
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(target(node.get("$ref").asString()).orElseThrow()) : node;
    }

    Optional<JsonNode> target(String reference) {
        JsonNode found = root.at(reference.substring(1));
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** What a value breaks of a schema. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.isObject() ? ((ObjectNode) schema.deepCopy()) : JSON.createObjectNode();
        whole.set("components", root.get("components"));
        return schemas.getSchema(SchemaLocation.of("urn:openapi:" + whole.hashCode()), whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** What an answer breaks of what is documented about it; a status that is not documented counts as the default. */
    List<String> faults(Operation operation, int status, String mediaType, String body) {
        JsonNode responses = operation.node().get("responses");
        JsonNode response = resolved(
                responses.path(Integer.toString(status)).isMissingNode()
                        ? responses.path("default")
                        : responses.get(Integer.toString(status)));
        JsonNode content = response.path("content").path(mediaType);
        if (content.isMissingNode()) {
            return List.of(operation.name() + " answers " + status + " as " + mediaType);
        }
        return mediaType.endsWith("json") ? faults(content.get("schema"), JSON.readTree(body)) : List.of();
    }
}
