package vn.lienthong.node.notification.internal.live;

import java.util.regex.Pattern;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;

/**
 * That something changed for somebody.
 *
 * @param topic what
 * @param audience for whom, as the column has it
 */
record Signal(String topic, String audience) {
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final String AGENCY = "agency:";
    private static final String ACCOUNT = "account:";

    Signal {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("not a topic");
        }
    }

    static Signal of(String topic, AgencyCode agency) {
        return new Signal(topic, AGENCY + agency.value());
    }

    static Signal of(String topic, LoginName person) {
        return new Signal(topic, ACCOUNT + person.value());
    }

    boolean isFor(Person person) {
        return audience.equals(ACCOUNT + person.login().value())
                || person.agencies().stream().anyMatch(agency -> audience.equals(AGENCY + agency.value()));
    }
}
