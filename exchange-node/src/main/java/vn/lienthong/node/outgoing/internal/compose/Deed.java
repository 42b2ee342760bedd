package vn.lienthong.node.outgoing.internal.compose;

/**
 * What a button of the composer asks for, beyond keeping what was typed.
 *
 * @param verb what
 * @param object to which; empty without
 */
record Deed(String verb, String object) {

    /** Reads the value of a button; of any content. */
    static Deed of(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? new Deed(value, "") : new Deed(value.substring(0, colon), value.substring(colon + 1));
    }

    /** The object as a place in a list; -1 when it is none. */
    int index() {
        return object.matches("[0-9]{1,4}") ? Integer.parseInt(object) : -1;
    }
}
