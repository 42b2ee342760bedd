package vn.lienthong.node.secret;

import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;

/**
 * Who asks, for which agency, in which session. Every service checks it again; pages only fill it in.
 *
 * @param person who is signed in
 * @param agency for which agency the person acts now
 * @param session stable name of the session; unlocked keys belong to it
 * @param steppedUp whether a second factor was shown in this session within the last ten minutes
 */
public record SecretCaller(Person person, AgencyCode agency, String session, boolean steppedUp) {

    /** Returns the name of the account. */
    public LoginName login() {
        return person.login();
    }
}
