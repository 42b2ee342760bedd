package vn.lienthong.node.audit.internal.search;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.Person;

/**
 * Up to which level whoever asks may learn of secrets. Asked anew each time: a clearance that ended counts no more.
 *
 * <p>Guarantees: nobody is cleared who is not signed in, and no program.
 */
@Component
public class Sight {

    private final Clearances clearances;

    Sight(Clearances clearances) {
        this.clearances = clearances;
    }

    /** Up to which level whoever is signed in is cleared. */
    public Secrecy here() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof Person person
                ? clearances.ofEvents(person.login())
                : Secrecy.ORDINARY;
    }
}
