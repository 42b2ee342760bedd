package vn.lienthong.core.edxml;

/** What a ZIP around a file turned out to be. */
public sealed interface EdxmlUnwrapping {

    /**
     * It held one file, which is in the target.
     *
     * @param extension of the entry's name, 1 to 12 lower-case letters or digits without a dot; may be empty
     * @param mediaType by the first octets
     * @param size octets
     */
    record Unwrapped(String extension, String mediaType, long size) implements EdxmlUnwrapping {}

    /** It holds no file or several: it is meant as a ZIP and stays one; what is in the target is of no worth. */
    record Kept() implements EdxmlUnwrapping {}

    /**
     * It breaks a rule; what is in the target is of no worth.
     *
     * @param fault why, and what to do
     */
    record Refused(EdxmlFault fault) implements EdxmlUnwrapping {}
}
