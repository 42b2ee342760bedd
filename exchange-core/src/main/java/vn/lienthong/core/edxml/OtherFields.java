package vn.lienthong.core.edxml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Urgency;

/** Reads the lesser fields of a document and its urgency. */
final class OtherFields {

    /** What parts the entries of {@code ReplyFors}, which is one text. */
    static final String BETWEEN = "; ";

    private static final Pattern SEPARATOR = Pattern.compile("\\s*;\\s*");
    private static final String PRIVATE_ORDINARY = "5";

    private OtherFields() {}

    static OtherInfo read(Node header) throws FaultException {
        Node other = header.part("OtherInfo");
        String sphere = Fields.line(other, "SphereOfPromulgation", 100);
        return new OtherInfo(
                sphere,
                Fields.line(other, "TyperNotation", 10),
                Fields.number(other, "PromulgationAmount", OtherInfo.MAX_AMOUNT),
                Fields.number(other, "PageAmount", OtherInfo.MAX_AMOUNT),
                replyFors(other.part("ReplyFors")),
                Fields.isTrue(other, "Direction"),
                texts(other.part("Appendixes"), "Appendix", OtherInfo.MAX_ENTRIES, 500),
                Fields.line(header, "SteeringType", 20),
                texts(header.part("ResponseForTask"), "TaskCode", OtherInfo.MAX_ENTRIES, 100),
                Fields.line(header, "ApplicationType", 50));
    }

    /** A number 0 to 4; a hub writes 5 for ordinary, old systems write words. */
    static Urgency urgency(Node other) throws FaultException {
        String text = Fields.line(other, "Priority", 40);
        if (text.isEmpty() || text.startsWith("-") || text.equals(PRIVATE_ORDINARY)) {
            return Urgency.ORDINARY;
        }
        Optional<Urgency> named = Arrays.stream(Urgency.values())
                .filter(urgency -> urgency.vietnamese().equalsIgnoreCase(text) || text.equals("" + urgency.level()))
                .findFirst();
        return named.orElseThrow(() -> new FaultException(other.pathOf("Priority"), EdxmlRule.NUMBER, "0..4"));
    }

    /** Returns the texts of the children of that name that hold any; without such children, the element's own text. */
    static List<String> texts(Node node, String child, int maxEntries, int maxLength) throws FaultException {
        List<String> texts = new ArrayList<>();
        if (node.children().isEmpty() && !node.text().toString().isBlank()) {
            texts.add(Fields.line(node, maxLength));
        }
        for (Node one : node.all(child).toList()) {
            String text = Fields.line(one, maxLength);
            if (!text.isEmpty()) {
                Counts.check(one, texts.size() + 1, maxEntries);
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<String> replyFors(Node node) throws FaultException {
        List<String> entries = new ArrayList<>();
        for (String entry : SEPARATOR
                .splitAsStream(Fields.line(node, OtherInfo.MAX_ENTRIES * 202))
                .toList()) {
            if (entry.codePointCount(0, entry.length()) > 200) {
                throw new FaultException(node.path(), EdxmlRule.LENGTH, "≤ 200");
            }
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
        }
        Counts.check(node, entries.size(), OtherInfo.MAX_ENTRIES);
        return entries;
    }
}
