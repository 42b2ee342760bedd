package vn.lienthong.core.register;

/** When numbers begin at 01 again. */
public enum PeriodRule {
    /** On 1 January (Decree 30/2020, Articles 15 and 22). */
    YEAR,
    /** With a new term of the committee; 1 January changes nothing. */
    TERM,
    /** With each congress. */
    CONGRESS
}
