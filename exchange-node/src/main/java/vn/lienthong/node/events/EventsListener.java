package vn.lienthong.node.events;

import java.util.Set;
import vn.lienthong.core.party.AgencyCode;

/**
 * Hears that events can be read, also of those that another program of the installation wrote. All beans are called, outside of any
 * transaction: be quick.
 */
@FunctionalInterface
public interface EventsListener {

    /** These agencies have new events. */
    void placed(Set<AgencyCode> agencies);
}
