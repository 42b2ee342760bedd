package vn.lienthong.core.wire;

import java.util.List;
import java.util.Map;

/** A parsed JSON value; the protocol has no null and no fractions. */
sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Whole(long value) implements JsonValue {}

    record Flag(boolean value) implements JsonValue {}

    record Items(List<JsonValue> values) implements JsonValue {}

    record Members(Map<String, JsonValue> values) implements JsonValue {}
}
