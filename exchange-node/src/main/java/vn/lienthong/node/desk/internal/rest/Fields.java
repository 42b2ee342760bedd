package vn.lienthong.node.desk.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Timestamps;

/**
 * One JSON object of a request under strict reading. What is wrong is noted with its place, and a harmless value stands in for
 * it; {@link #end} notes the members that nobody asked for.
 */
final class Fields {

    private static final int LONGEST_TIME = 40;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode object;
    private final String pointer;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    Fields(JsonNode object, String pointer, Faults faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    boolean has(String name) {
        asked.add(name);
        return object.has(name);
    }

    /** A text of one line; empty when it is absent. */
    String text(String name, int max) {
        return find(name, node -> line(node, at(name), max)).orElse("");
    }

    /** A text that may have several lines; empty when it is absent. */
    String lines(String name, int max) {
        return find(name, node -> checked(node, at(name), max, text -> BoundedText.lines("text", text, 0, max)))
                .orElse("");
    }

    /** Notes a fault when the member is absent or empty. */
    String required(String name, String value) {
        if (value.isEmpty() && !faults.touch(at(name))) {
            faults.add(at(name), "Thiếu trường bắt buộc");
        }
        return value;
    }

    @Nullable
    Integer whole(String name, int min, int max) {
        return find(name, node -> {
                    boolean fits = node.isIntegralNumber() && node.canConvertToInt();
                    return fits && node.intValue() >= min && node.intValue() <= max
                            ? Optional.of(node.intValue())
                            : this.<Integer>wrong(at(name), "Cần một số nguyên từ " + min + " đến " + max);
                })
                .orElse(null);
    }

    boolean flag(String name) {
        return find(
                        name,
                        node -> node.isBoolean()
                                ? Optional.of(node.booleanValue())
                                : this.<Boolean>wrong(at(name), "Cần true hoặc false"))
                .orElse(false);
    }

    @Nullable
    LocalDate date(String name) {
        return find(name, node -> parsed(node, at(name), "Cần một ngày dạng NĂM-TH-NG", Fields::day))
                .orElse(null);
    }

    Optional<Instant> instant(String name) {
        return find(name, node -> parsed(node, at(name), "Cần một thời điểm theo RFC 3339 có múi giờ", Fields::moment));
    }

    List<String> texts(String name, int maxEntries, int maxLength) {
        return items(name, maxEntries, (node, where) -> {
            Optional<String> text = line(node, where, maxLength);
            return text.filter(String::isEmpty).isPresent() ? wrong(where, "Không được để trống") : text;
        });
    }

    <T> List<T> objects(String name, int maxEntries, Function<Fields, Optional<T>> reader) {
        return items(name, maxEntries, (node, where) -> read(node, where, reader));
    }

    <T> Optional<T> object(String name, Function<Fields, Optional<T>> reader) {
        return find(name, node -> read(node, at(name), reader));
    }

    /** Reads an array; what is wrong in it is noted and left out. */
    <T> List<T> items(String name, int maxEntries, ItemReader<T> reader) {
        return find(name, node -> {
                    if (!node.isArray() || node.size() > maxEntries) {
                        return this.<List<T>>wrong(at(name), "Cần một mảng có nhiều nhất " + maxEntries + " phần tử");
                    }
                    List<T> values = new ArrayList<>(node.size());
                    for (int i = 0; i < node.size(); i++) {
                        reader.read(node.get(i), at(name) + "/" + i).ifPresent(values::add);
                    }
                    return Optional.of(values);
                })
                .orElse(List.of());
    }

    /** Makes a value of members that were all fine one by one; what its own rules say against it is noted. */
    <T> Optional<T> built(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            // A part that was replaced by a harmless value is known already; only rules between parts are news.
            if (!faults.touch(pointer)) {
                faults.add(pointer, "Các trường ở đây không khớp với nhau");
            }
            return Optional.empty();
        }
    }

    /** Notes the members that nobody has asked for. */
    void end() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                faults.add(at(name), "Không có trường mang tên này");
            }
        }
    }

    Faults faults() {
        return faults;
    }

    private <T> Optional<T> find(String name, Function<JsonNode, Optional<T>> reader) {
        return has(name) ? reader.apply(object.get(name)) : Optional.empty();
    }

    private Optional<String> line(JsonNode node, String where, int max) {
        return checked(node, where, max, text -> BoundedText.line("text", text, 0, max));
    }

    private Optional<String> checked(JsonNode node, String where, int max, UnaryOperator<String> rule) {
        if (!node.isString()) {
            return wrong(where, "Cần một chuỗi ký tự");
        }
        try {
            return Optional.of(rule.apply(node.stringValue()));
        } catch (IllegalArgumentException e) {
            return wrong(where, "Nhiều nhất " + max + " ký tự, không có ký tự điều khiển");
        }
    }

    private <T> Optional<T> parsed(JsonNode node, String where, String rule, Function<String, T> parser) {
        if (!node.isString() || node.stringValue().length() > LONGEST_TIME) {
            return wrong(where, rule);
        }
        try {
            return Optional.of(parser.apply(node.stringValue()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return wrong(where, rule);
        }
    }

    private <T> Optional<T> read(JsonNode node, String where, Function<Fields, Optional<T>> reader) {
        if (!node.isObject()) {
            return wrong(where, "Cần một đối tượng JSON");
        }
        Fields inner = new Fields(node, where, faults);
        Optional<T> value = reader.apply(inner);
        inner.end();
        return value;
    }

    private <T> Optional<T> wrong(String where, String message) {
        faults.add(where, message);
        return Optional.empty();
    }

    private static LocalDate day(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(text);
    }

    private static Instant moment(String text) {
        return Timestamps.millis(OffsetDateTime.parse(text).toInstant());
    }

    /** Reads one element of an array. */
    interface ItemReader<T> {
        Optional<T> read(JsonNode node, String pointer);
    }
}
