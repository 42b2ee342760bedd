package vn.lienthong.node.identity;

/** What came of an administrator's wish to change an account. */
public sealed interface AccountStep {
    /** It was done. */
    record Done() implements AccountStep {}

    /** There is nothing to do: no such account, or it is so already. */
    record Nothing() implements AccountStep {}

    /** Nobody shuts the own account or takes the own rights away. */
    record OwnAccount() implements AccountStep {}

    /** Afterwards nobody could administer accounts any more. */
    record LastAdministrator() implements AccountStep {}

    /** Somebody else changed the account after it was shown; nothing was changed now. */
    record ChangedMeanwhile() implements AccountStep {}

    /** The roles differ from agency to agency or have an end: they are changed one by one. */
    record Uneven() implements AccountStep {}

    /** Duties that must be kept apart would meet in the account. */
    record DutiesMeet() implements AccountStep {}
}
