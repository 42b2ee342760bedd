package vn.lienthong.node.identity;

/** Why a role cannot be changed like that. */
public enum RoleFault {
    /** It is so already, or somebody wishes it already. */
    NOTHING,
    /** Code keeps this permission at its role, or away from it. */
    OUT_OF_BOUNDS,
    /** Duties that never meet would meet in the role, or in an account that has it beside another. */
    DUTIES_MEET,
    /** Whoever wishes a change does not confirm it. */
    SAME_PERSON,
    /** There is no such wish any more. */
    GONE
}
