package vn.lienthong.node.secret;

import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.LoginName;

/**
 * Somebody at the agency who may be chosen.
 *
 * @param login log-in name
 * @param name as others see it
 * @param level the clearance
 * @param hasKeys whether shares can be sealed to the person now
 */
public record SecretPerson(LoginName login, String name, Secrecy level, boolean hasKeys) {}
