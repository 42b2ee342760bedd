package vn.lienthong.core.edxml;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;
import vn.lienthong.core.value.BoundedText;

/** Values of elements: composed (NFC), trimmed, bounded; a fault names the element and the bound. */
final class Fields {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private Fields() {}

    /** Returns the text of a child on one line; empty when there is no such child. */
    static String line(Node node, String child, int max) throws FaultException {
        Optional<Node> found = node.one(child);
        return found.isEmpty() ? "" : line(found.get(), max);
    }

    /** Returns the text of an element on one line. */
    static String line(Node node, int max) throws FaultException {
        return checked(node, SPACES.matcher(composed(node)).replaceAll(" ").strip(), max);
    }

    /** Returns the text of a child, line feeds kept; empty when there is no such child. */
    static String lines(Node node, String child, int max) throws FaultException {
        Optional<Node> found = node.one(child);
        return found.isEmpty()
                ? ""
                : checked(found.get(), composed(found.get()).replace("\r", "").strip(), max);
    }

    /** Returns the whole number of a child; null when it is absent, empty or below zero, which systems write for "not set". */
    static @Nullable Integer number(Node node, String child, int max) throws FaultException {
        String text = line(node, child, 20);
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > max) {
            throw new FaultException(node.pathOf(child), EdxmlRule.NUMBER, "0.." + max);
        }
        int number = Integer.parseInt(text);
        return number < 0 ? null : number;
    }

    /** Returns whether a child says yes: {@code true}, or a number above zero. */
    static boolean isTrue(Node node, String child) throws FaultException {
        String text = line(node, child, 20);
        return text.equalsIgnoreCase("true") || (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0);
    }

    /** Returns the day of a child; null when it is absent, empty or the zero of a system's calendar. */
    static @Nullable LocalDate day(Node node, String child) throws FaultException {
        String text = line(node, child, 40);
        if (text.isEmpty() || EdxmlTimes.isZero(text)) {
            return null;
        }
        return EdxmlTimes.day(text).orElseThrow(() -> new FaultException(node.pathOf(child), EdxmlRule.DATE));
    }

    /** Returns the code of an agency, which must be there. */
    static AgencyCode agency(Node node, String child) throws FaultException {
        String text = line(node, child, 100);
        if (text.isEmpty()) {
            throw new FaultException(node.pathOf(child), EdxmlRule.MISSING);
        }
        return switch (AgencyCode.check(text)) {
            case AgencyCodeCheck.Valid valid -> valid.code();
            case AgencyCodeCheck.Invalid _ -> throw new FaultException(node.pathOf(child), EdxmlRule.AGENCY_CODE);
        };
    }

    private static String composed(Node node) {
        return Normalizer.normalize(node.text(), Normalizer.Form.NFC);
    }

    private static String checked(Node node, String text, int max) throws FaultException {
        if (text.codePointCount(0, text.length()) > max) {
            throw new FaultException(node.path(), EdxmlRule.LENGTH, "≤ " + max);
        }
        try {
            return BoundedText.lines(node.name(), text, 0, max);
        } catch (IllegalArgumentException e) {
            throw new FaultException(node.path(), EdxmlRule.CHARACTER);
        }
    }
}
