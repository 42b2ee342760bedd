package vn.lienthong.node.delivery;

/** Hears of state secrets that come to their end here, in the same transaction. {@link SettlementListener} hears nothing of them. */
@FunctionalInterface
public interface SecretSettlementListener {

    /** The entry was handed over, refused or taken back by its sender: written, not committed. */
    void settled(SettledEntry entry);
}
