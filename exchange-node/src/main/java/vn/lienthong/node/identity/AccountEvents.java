package vn.lienthong.node.identity;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells every {@link AccountListener}, in the order of the beans. */
@Component
public class AccountEvents {
    private final ObjectProvider<AccountListener> listeners;

    /**
     * Tells the listeners that are there.
     *
     * @param listeners none or many; asked for late, as they may need accounts themselves
     */
    public AccountEvents(ObjectProvider<AccountListener> listeners) {
        this.listeners = listeners;
    }

    /**
     * Tells all of them.
     *
     * @param event what happened
     */
    public void tell(AccountEvent event) {
        List<AccountListener> all = listeners.orderedStream().toList();
        all.forEach(listener -> listener.happened(event));
    }
}
