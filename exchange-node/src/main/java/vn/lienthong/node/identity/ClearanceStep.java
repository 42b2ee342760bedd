package vn.lienthong.node.identity;

/** What came of a wish about a clearance. */
public enum ClearanceStep {
    /** It was done. */
    DONE,
    /** No role of the person allows it at this agency. */
    NOT_ALLOWED,
    /** Whoever proposed a clearance does not confirm it. */
    SAME_PERSON,
    /** Nobody decides about the own clearance. */
    OWN_CLEARANCE,
    /** There is no such open account, or none of its roles at the agency handles secrets. */
    NOT_ELIGIBLE,
    /** The last day has passed or lies more than five years ahead. */
    WRONG_DAY,
    /** The same is proposed or in force already. */
    ALREADY,
    /** It is no longer as it was shown. */
    GONE
}
