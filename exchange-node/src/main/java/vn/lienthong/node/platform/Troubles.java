package vn.lienthong.node.platform;

import java.util.Map;

/** Offered as a bean by whoever works in the background: what does not work just now, for the status of the node. */
public interface Troubles {

    /** Returns the kind of the fault by the name of the work; empty when all goes well. Answers at once. */
    Map<String, String> troubles();
}
