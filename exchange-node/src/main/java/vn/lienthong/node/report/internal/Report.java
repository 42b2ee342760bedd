package vn.lienthong.node.report.internal;

import java.util.Locale;

/** One kind of report. */
interface Report {
    /** Its number in the list of reports, which orders them. */
    int number();

    /** Its name in addresses and in the keys of its texts. */
    String slug();

    /** Whether it can be narrowed down to one unit. */
    default boolean byUnit() {
        return false;
    }

    /**
     * Draws it up.
     *
     * @param scope about what
     * @param period of which days
     * @param language of the words in it
     */
    ReportTable draw(ReportScope scope, ReportPeriod period, Locale language);
}
