package vn.lienthong.node.delivery;

/** Hears of hand-overs, refusals and withdrawals inside their very transaction. All beans are called. */
@FunctionalInterface
public interface SettlementListener {

    /** The entry is settled, not committed. What this throws undoes it. */
    void settled(SettledEntry entry);
}
