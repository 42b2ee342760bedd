package vn.lienthong.node.identity;

import java.util.regex.Pattern;

/**
 * The public part of an API key: 16 lower-case hexadecimal digits. Not a secret; logs may show it.
 *
 * @param value the digits
 */
public record ApiKeyId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}");

    /** Refuses other shapes. */
    public ApiKeyId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an API key id");
        }
    }
}
