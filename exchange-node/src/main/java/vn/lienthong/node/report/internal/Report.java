package vn.lienthong.node.report.internal;

import java.util.Locale;
import vn.lienthong.core.party.AgencyCode;

/** One kind of report. */
interface Report {
    /** Its number in the list of reports, which orders them. */
    int number();

    /** Its name in addresses and in the keys of its texts. */
    String slug();

    /**
     * Draws it up.
     *
     * @param agency of which; the caller has made sure that the person works for it
     * @param period of which days
     * @param language of the words in it
     */
    ReportTable draw(AgencyCode agency, ReportPeriod period, Locale language);
}
