package vn.lienthong.core.party;

/** What became of a text that was offered as an agency code. */
public sealed interface AgencyCodeCheck {

    /**
     * It is one.
     *
     * @param code the code
     */
    record Valid(AgencyCode code) implements AgencyCodeCheck {}

    /**
     * It is none.
     *
     * @param reason why, without repeating the text
     */
    record Invalid(Reason reason) implements AgencyCodeCheck {}

    /** Why a text is no agency code. */
    enum Reason {
        /** Nothing at all. */
        EMPTY,
        /** More than 35 characters (Decision 20/2020). */
        TOO_LONG,
        /** A character other than digits, unaccented letters and the dot. */
        CHARACTER,
        /** A dot at an end or two dots in a row. */
        EMPTY_GROUP,
        /** Upper-case and lower-case letters in one code. */
        MIXED_CASE,
        /** No known form: neither of the two decisions nor a virtual code. */
        FORM
    }
}
