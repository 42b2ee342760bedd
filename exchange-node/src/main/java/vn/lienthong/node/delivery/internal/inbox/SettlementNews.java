package vn.lienthong.node.delivery.internal.inbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.SecretSettlementListener;
import vn.lienthong.node.delivery.SettledEntry;
import vn.lienthong.node.delivery.SettlementListener;
import vn.lienthong.node.platform.InNodeRole;

/** Tells of entries that have come to their end: of ordinary documents those who serve them, of secrets only the secret area. */
@Component
@InNodeRole
class SettlementNews {

    private final ObjectProvider<SettlementListener> ordinary;
    private final ObjectProvider<SecretSettlementListener> secret;
    private final Envelopes envelopes;

    SettlementNews(
            ObjectProvider<SettlementListener> ordinary,
            ObjectProvider<SecretSettlementListener> secret,
            Envelopes envelopes) {
        this.ordinary = ordinary;
        this.secret = secret;
        this.envelopes = envelopes;
    }

    /** In the caller's transaction. What nobody here will read any more, nobody here can open any more. */
    void settled(SettledEntry entry, boolean isSecret) {
        if (!isSecret) {
            ordinary.orderedStream().forEach(listener -> listener.settled(entry));
            return;
        }
        if (entry.state() != InboxEntry.State.HANDED_OVER) {
            boolean gone = envelopes.forget(entry.parcelId(), entry.recipient());
            if (!gone) {
                throw new IllegalStateException("a secret that was settled has no entry");
            }
        }
        secret.orderedStream().forEach(listener -> listener.settled(entry));
    }
}
