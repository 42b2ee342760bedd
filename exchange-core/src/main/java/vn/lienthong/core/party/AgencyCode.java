package vn.lienthong.core.party;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.core.party.AgencyCodeCheck.Reason;

/**
 * The code under which an agency is addressed, for example {@code 000.01.12.H28}, {@code G22} or {@code H37.02.02}. A code has
 * a validity period and may later belong to a successor: it is an address, never a key.
 *
 * @param value at most 35 characters; compared exactly
 */
public record AgencyCode(String value) implements Comparable<AgencyCode> {

    /** The longest code (Decision 20/2020). */
    public static final int MAX_LENGTH = 35;

    private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Za-z.]+");
    private static final Pattern FOUR_GROUP = Pattern.compile("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-VX-Z][0-9]{2}");
    private static final Pattern LEVELLED = Pattern.compile("([A-VX-Z][0-9]{2}|[0-9]{10}|[0-9]{13})(\\.[0-9A-Z]+)*");
    private static final Pattern VIRTUAL_UPPER = Pattern.compile("[0-9A-Z.]*[A-Z][0-9A-Z.]*");
    // Three letters first, so that no lower-case code can be mistaken for an upper-case one such as h28.
    private static final Pattern VIRTUAL_LOWER = Pattern.compile("[a-z]{3,}(\\.[0-9a-z]+)+");

    /** Refuses a malformed code; use {@link #check} where the text comes from outside. */
    public AgencyCode {
        Optional<Reason> fault = fault(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not an agency code: " + fault.get());
        }
    }

    /** Says whether the text is an agency code, and if not, why. */
    public static AgencyCodeCheck check(String text) {
        Optional<Reason> fault = fault(text);
        return fault.isPresent()
                ? new AgencyCodeCheck.Invalid(fault.get())
                : new AgencyCodeCheck.Valid(new AgencyCode(text));
    }

    /** Returns the rules after which this code was given. */
    public CodeScheme scheme() {
        if (FOUR_GROUP.matcher(value).matches()) {
            return CodeScheme.FOUR_GROUP;
        }
        return LEVELLED.matcher(value).matches() ? CodeScheme.LEVELLED : CodeScheme.VIRTUAL;
    }

    /** Returns the group of the first level ({@code H28} in {@code 000.01.12.H28}); virtual codes have none. */
    public Optional<String> levelOne() {
        return switch (scheme()) {
            case FOUR_GROUP -> Optional.of(value.substring(value.lastIndexOf('.') + 1));
            case LEVELLED -> Optional.of(value.contains(".") ? value.substring(0, value.indexOf('.')) : value);
            case VIRTUAL -> Optional.empty();
        };
    }

    private static Optional<Reason> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.of(Reason.CHARACTER);
        }
        if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
            return Optional.of(Reason.EMPTY_GROUP);
        }
        if (text.chars().anyMatch(AgencyCode::isUpper) && text.chars().anyMatch(AgencyCode::isLower)) {
            return Optional.of(Reason.MIXED_CASE);
        }
        return hasKnownForm(text) ? Optional.empty() : Optional.of(Reason.FORM);
    }

    private static boolean hasKnownForm(String text) {
        return LEVELLED.matcher(text).matches()
                || VIRTUAL_UPPER.matcher(text).matches()
                || VIRTUAL_LOWER.matcher(text).matches();
    }

    private static boolean isUpper(int character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isLower(int character) {
        return character >= 'a' && character <= 'z';
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
