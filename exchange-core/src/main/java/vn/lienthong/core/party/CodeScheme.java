package vn.lienthong.core.party;

/** The rules after which an agency code was given. */
public enum CodeScheme {
    /** QCVN 102:2016 and Decision 28/2018: four groups of 3-2-2-3 characters, read from right to left. */
    FOUR_GROUP,
    /** Decision 20/2020: groups read from left to right, at most 35 characters. */
    LEVELLED,
    /** Codes that gateways use outside both decisions: test agencies, shared services, short forms. */
    VIRTUAL
}
