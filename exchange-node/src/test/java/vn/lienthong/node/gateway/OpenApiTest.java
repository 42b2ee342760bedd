package vn.lienthong.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final OpenApiDocument document;

    OpenApiTest() throws IOException {
        this.document = OpenApiDocument.read();
    }

    private static void visit(JsonNode node, List<JsonNode> found) {
        found.add(node);
        for (JsonNode child : node) {
            visit(child, found);
        }
    }

    private List<JsonNode> nodes() {
        List<JsonNode> found = new ArrayList<>();
        visit(document.root(), found);
        return found;
    }

    @Test
    void isOfTheVersionItSays() {
        assertThat(document.root().get("openapi").asString()).startsWith("3.1");
        assertThat(document.operations()).hasSizeGreaterThan(40);
    }

    @Test
    void resolvesEveryReference() {
        List<String> dangling = nodes().stream()
                .filter(node -> node.path("$ref").isString())
                .map(node -> node.get("$ref").asString())
                .filter(reference -> document.target(reference).isEmpty())
                .toList();
        assertThat(dangling).isEmpty();
    }

    @Test
    void namesAndExplainsEveryOperationOnce() {
        Set<String> names = new HashSet<>();
        Set<String> tags = new HashSet<>();
        document.root().get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
        for (OpenApiDocument.Operation operation : document.operations()) {
            JsonNode node = operation.node();
            assertThat(node.path("operationId").asString(""))
                    .as(operation.name())
                    .matches("[a-z][A-Za-z]+");
            assertThat(names.add(node.get("operationId").asString()))
                    .as(operation.name())
                    .isTrue();
            assertThat(node.path("summary").asString("")).as(operation.name()).isNotBlank();
            assertThat(tags).as(operation.name()).contains(node.at("/tags/0").asString());
            assertThat(node.path("responses").isEmpty()).as(operation.name()).isFalse();
        }
    }

    @Test
    void declaresEveryVariableOfItsPaths() {
        for (OpenApiDocument.Operation operation : document.operations()) {
            List<String> declared = document.parameters(operation).stream()
                    .filter(parameter -> parameter.get("in").asString().equals("path"))
                    .map(parameter -> parameter.get("name").asString())
                    .toList();
            Matcher variable = VARIABLE.matcher(operation.path());
            while (variable.find()) {
                assertThat(declared).as(operation.name()).contains(variable.group(1));
            }
        }
    }

    @Test
    void givesExamplesThatFitTheirSchemas() {
        List<String> faults = new ArrayList<>();
        for (JsonNode node : nodes()) {
            if (node.has("example") && node.has("schema")) {
                document.faults(node.get("schema"), node.get("example"))
                        .forEach(fault -> faults.add(node.get("example") + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void givesAnExampleWhereverJsonTravels() {
        List<String> without = new ArrayList<>();
        for (JsonNode node : nodes()) {
            for (Map.Entry<String, JsonNode> content : node.path("content").properties()) {
                boolean json = content.getKey().endsWith("json");
                boolean repetition = content.getValue()
                        .path("schema")
                        .path("$ref")
                        .asString("")
                        .endsWith("/Dispatch");
                if (json && !repetition && !content.getValue().has("example")) {
                    without.add(content.getValue().toString());
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
