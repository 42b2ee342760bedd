package vn.lienthong.node.identity.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountListener;

/** Whoever loses the role or the account loses the secrets: tells those who keep secrets, in the same transaction. */
@Component
class ClearanceWatch implements AccountListener {
    private final StoredClearances clearances;

    ClearanceWatch(StoredClearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public void happened(AccountEvent event) {
        switch (event) {
            case AccountEvent.Disabled _,
                    AccountEvent.Enabled _,
                    AccountEvent.Assigned _,
                    AccountEvent.RoleGiven _,
                    AccountEvent.RoleTaken _ -> clearances.rightsChanged(event.login());
            default -> {
                // What else happens to an account changes nobody's clearance.
            }
        }
    }
}
