package vn.lienthong.node.secret;

/** What somebody wants with a file; each is a permission of its own. */
public enum LookPurpose {
    /** To look at its pages as pictures. */
    VIEW,
    /** To print it, marked. */
    PRINT,
    /** To take it out of the system, marked. */
    DOWNLOAD
}
