package vn.lienthong.node.identity;

/** Tells what a person leaves behind who goes: work that somebody else has to take over. Implemented as beans by those who keep work. */
public interface LeftBehind {
    /**
     * What it is, as a key of a text with the number as its argument.
     *
     * @return the key
     */
    String key();

    /**
     * How much of it there is now.
     *
     * @param login whose
     * @return none or more
     */
    long count(LoginName login);
}
