package vn.lienthong.node.web.internal;

import org.springframework.security.core.AuthenticationException;
import vn.lienthong.node.identity.Person;

/** The password was right and is not enough. */
final class SecondFactorNeededException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Person person;

    SecondFactorNeededException(Person person) {
        super("second factor");
        this.person = person;
    }

    Person person() {
        return person;
    }
}
