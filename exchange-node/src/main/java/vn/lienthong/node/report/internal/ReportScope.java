package vn.lienthong.node.report.internal;

import vn.lienthong.core.party.AgencyCode;

/**
 * About what a report is.
 *
 * @param agency of which; the caller has made sure that the person works for it
 * @param unit whose documents alone count, by its name: those that it leads; empty for all
 */
record ReportScope(AgencyCode agency, String unit) {}
