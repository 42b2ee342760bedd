package vn.lienthong.crypto.suite;

import java.util.regex.Pattern;

/**
 * The name of a suite on the wire, such as {@code LT-1}.
 *
 * @param value one to sixteen upper-case letters, digits and hyphens
 */
public record SuiteId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9-]{0,15}");

    /** Refuses anything that is not a suite name. */
    public SuiteId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a suite name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
