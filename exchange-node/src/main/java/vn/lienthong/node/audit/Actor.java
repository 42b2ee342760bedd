package vn.lienthong.node.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it. What identifies a person (login, name) goes into the private part only.
 *
 * @param kind what it is
 * @param id the number of the account, the id of the key, the name of the node; {@code -} when nobody is known
 * @param role the role or scopes it acted with, or null
 * @param onBehalfOf the code of the agency it acted for, or null
 * @param login the name used to sign in, private, or null
 */
public record Actor(
        Kind kind,
        String id,
        @Nullable String role,
        @Nullable String onBehalfOf,
        @Nullable String login) {

    private static final String NONE = "-";

    /** What an actor may be. */
    public enum Kind {
        /** A person with an account. */
        ACCOUNT("account"),
        /** A program with an API key. */
        API_KEY("key"),
        /** Another node. */
        NODE("node"),
        /** This program itself. */
        SYSTEM("system"),
        /** Nobody known. */
        ANONYMOUS("anonymous");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Bounds the texts. */
    public Actor {
        id = Bounds.line(id, Bounds.ID);
        role = Bounds.orNull(role, Bounds.CODE);
        onBehalfOf = Bounds.orNull(onBehalfOf, Bounds.CODE);
        login = Bounds.orNull(login, Bounds.ID);
    }

    /** A person by the number of the account. */
    public static Actor account(long number, @Nullable String role, @Nullable String agency, String login) {
        return new Actor(Kind.ACCOUNT, Long.toString(number), role, agency, login);
    }

    /** A program by the public part of its key. */
    public static Actor apiKey(String id, @Nullable String agency) {
        return new Actor(Kind.API_KEY, id, null, agency, null);
    }

    /** Another node by its name. */
    public static Actor node(String id) {
        return new Actor(Kind.NODE, id, null, null, null);
    }

    /** This program. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, NONE, null, null, null);
    }

    /** Nobody known. */
    public static Actor anonymous() {
        return new Actor(Kind.ANONYMOUS, NONE, null, null, null);
    }

    /** As filters and lists write it: {@code account:12}, {@code key:0123456789abcdef}, {@code node:H37-1}, {@code system}. */
    public String reference() {
        return id.equals(NONE) ? kind.prefix : kind.prefix + ":" + id;
    }
}
