package vn.lienthong.node.register.internal;

/**
 * What is wrong with a row.
 *
 * @param row in the sheet, from 1
 * @param key of the words
 * @param argument of the words, or empty
 */
record ImportFault(int row, String key, Object argument) {
    /** As pages hand them on. */
    public Object[] arguments() {
        return new Object[] {argument};
    }
}
