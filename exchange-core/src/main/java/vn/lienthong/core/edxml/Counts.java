package vn.lienthong.core.edxml;

/** Bounds of how often an element occurs. */
final class Counts {

    private Counts() {}

    static void check(Node node, int count, int max) throws FaultException {
        if (count > max) {
            throw new FaultException(node.path(), EdxmlRule.COUNT, "≤ " + max);
        }
    }
}
