package vn.lienthong.node.gateway;

import vn.lienthong.core.party.AgencyCode;

/** Counts the uploads that agencies have begun and not sent; the module that keeps uploads implements it. */
@FunctionalInterface
public interface OpenUploads {
    /**
     * Counts.
     *
     * @param agency whose
     * @return how many
     */
    long open(AgencyCode agency);
}
