package vn.lienthong.node.secret.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.ClearanceListener;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.SessionEndListener;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.PersonalKeys;

/** Locks keys when a session ends or a clearance changes, and revokes them when an account is closed. */
@InNodeRole
@Component
class Leaving implements SessionEndListener, ClearanceListener, AccountListener {

    private final PersonalKeys keys;
    private final Unlocked unlocked;

    Leaving(PersonalKeys keys, Unlocked unlocked) {
        this.keys = keys;
        this.unlocked = unlocked;
    }

    @Override
    public void ended(SessionId session) {
        keys.sessionEnded(session.value());
    }

    @Override
    public void changed(LoginName login, AgencyCode agency) {
        unlocked.forget(login);
    }

    @Override
    public void happened(AccountEvent event) {
        if (event instanceof AccountEvent.Disabled(LoginName login)) {
            keys.revoke(login, "left");
        }
    }
}
