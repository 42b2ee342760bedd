package vn.lienthong.node.identity.internal;

import vn.lienthong.node.identity.Person;

/**
 * An account as stored.
 *
 * @param person whose it is
 * @param passwordHash the encoded Argon2id hash
 * @param enabled whether the person may sign in
 */
public record StoredAccount(Person person, String passwordHash, boolean enabled) {
    @Override
    public String toString() {
        return "StoredAccount[" + person.login().value() + ", enabled=" + enabled + "]";
    }
}
