package vn.lienthong.node.secretdesk.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;

/** For which agencies the secret area exists for somebody. */
@Component
@InNodeRole
class SecretVisibility {

    private final SecretServices services;

    SecretVisibility(SecretServices services) {
        this.services = services;
    }

    /** Agencies by code; none for everybody else. */
    List<AgencyCode> of(Person person) {
        if (!person.may(Permission.HANDLE_SECRETS) || !services.present()) {
            return List.of();
        }
        return person.agencies().stream()
                .filter(agency -> services.area().visible(person, agency))
                .sorted(Comparator.comparing(AgencyCode::value))
                .toList();
    }
}
