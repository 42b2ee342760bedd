package vn.lienthong.node.gateway;

import java.util.Map;

/** Adds members to the status that callers with a key see; modules implement it as beans. Must answer at once. */
public interface StatusDetail {
    /**
     * The members to add.
     *
     * @return numbers, texts and times without anything confidential
     */
    Map<String, Object> members();
}
