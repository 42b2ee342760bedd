package vn.lienthong.node.secret.internal;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretArea;

/** What is recorded and told around documents that arrived. */
@InNodeRole
@Component
class ReadingDeeds {

    private final PolicyRows policies;
    private final SecretEvents events;
    private final SecretNews news;

    ReadingDeeds(PolicyRows policies, SecretEvents events, SecretNews news) {
        this.policies = policies;
        this.events = events;
        this.news = news;
    }

    SecretArea.Policy policy(AgencyCode agency) {
        return policies.of(agency);
    }

    void step(EventKind kind, Arrived arrived) {
        events.step(kind, arrived.id().value(), arrived.level(), arrived.agency());
    }

    void step(EventKind kind, Arrived arrived, LoginName other) {
        events.step(kind, arrived.id().value(), arrived.level(), arrived.agency(), other);
    }

    void tell(Arrived arrived, Set<LoginName> logins) {
        news.tell(arrived.agency(), logins);
    }
}
