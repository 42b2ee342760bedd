package vn.lienthong.node.webhook;

import vn.lienthong.core.party.AgencyCode;

/** Hears of endpoints that were switched off, inside the very transaction. All beans are called. */
@FunctionalInterface
public interface WebhookListener {

    /**
     * An endpoint is told nothing any more until somebody switches it on.
     *
     * @param agency whose
     * @param name as its administrators call it
     * @param page where they find it, on this site
     */
    void stopped(AgencyCode agency, String name, String page);
}
