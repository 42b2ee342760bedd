package vn.lienthong.node.calendar.internal;

/** What came of a wish to change a setting. */
sealed interface ChangeAnswer {
    /** It was changed, or it stood so already. */
    record Changed() implements ChangeAnswer {}

    /**
     * Somebody else was faster.
     *
     * @param last the change that the person had not seen
     */
    record Overtaken(CalendarChange last) implements ChangeAnswer {}

    /** There is no such change. */
    record Absent() implements ChangeAnswer {}
}
