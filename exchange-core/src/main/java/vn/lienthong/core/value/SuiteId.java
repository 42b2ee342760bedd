package vn.lienthong.core.value;

import java.util.regex.Pattern;

/**
 * The name of a cryptographic suite in headers and in the directory, for example {@code LT-1}. What the suite consists of is
 * known to the registry of suites; here it is only a name that must match.
 *
 * @param value {@code LT-} and one to three digits without leading zero
 */
public record SuiteId(String value) implements Comparable<SuiteId> {

    private static final Pattern FORM = Pattern.compile("LT-[1-9][0-9]{0,2}");

    /** Refuses a malformed name. */
    public SuiteId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a suite");
        }
    }

    @Override
    public int compareTo(SuiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
