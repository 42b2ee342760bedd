package vn.lienthong.node.people.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccountAdministration;
import vn.lienthong.node.identity.AccountFacts;
import vn.lienthong.node.identity.LoginName;

/** All accounts of the node, part by part. */
@Component
class Everybody {
    private static final int PARTS = 50;

    private final AccountAdministration accounts;

    Everybody(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    /** At most ten thousand, by login name. */
    List<AccountFacts> all() {
        List<AccountFacts> all = new ArrayList<>();
        LoginName last = null;
        for (int part = 0; part < PARTS; part++) {
            List<AccountFacts> found = accounts.list("", last, AccountAdministration.LARGEST);
            all.addAll(found);
            if (found.size() < AccountAdministration.LARGEST) {
                return all;
            }
            last = found.getLast().login();
        }
        return all;
    }
}
