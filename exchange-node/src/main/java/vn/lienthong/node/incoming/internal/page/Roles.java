package vn.lienthong.node.incoming.internal.page;

import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.Role;

/** Who may do what: taking in and registering is for clerks, instructing for leaders. */
final class Roles {

    private Roles() {}

    static boolean isClerk(Person person) {
        return person.is(Role.CLERK);
    }

    static void requireClerk(Person person) {
        require(person, Role.CLERK);
    }

    static void requireLeader(Person person) {
        require(person, Role.LEADER);
    }

    private static void require(Person person, Role role) {
        if (!person.is(role)) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
    }
}
