package vn.lienthong.node.web;

import java.util.List;

/**
 * A message above a page about what was just done; given as flash attribute {@link #ATTRIBUTE} with a redirect.
 *
 * @param kind decides colour and word
 * @param key of the text
 * @param arguments of the text
 */
public record Notice(Kind kind, String key, List<Object> arguments) {
    /** The name under which pages look for it. */
    public static final String ATTRIBUTE = "notice";

    /** Copies the arguments. */
    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** What a message is about. */
    public enum Kind {
        /** It was done. */
        SUCCESS,
        /** Something to know. */
        INFORMATION,
        /** Something to mind. */
        WARNING
    }

    /**
     * It was done.
     *
     * @param key of the text
     * @param arguments of the text
     * @return the message
     */
    public static Notice success(String key, Object... arguments) {
        return new Notice(Kind.SUCCESS, key, List.of(arguments));
    }

    /**
     * Something to mind.
     *
     * @param key of the text
     * @param arguments of the text
     * @return the message
     */
    public static Notice warning(String key, Object... arguments) {
        return new Notice(Kind.WARNING, key, List.of(arguments));
    }

    /**
     * The kind as style sheets and keys of texts write it.
     *
     * @return in lower case
     */
    public String slug() {
        return switch (kind) {
            case SUCCESS -> "success";
            case INFORMATION -> "information";
            case WARNING -> "warning";
        };
    }
}
