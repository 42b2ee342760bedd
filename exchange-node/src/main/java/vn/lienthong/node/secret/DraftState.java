package vn.lienthong.node.secret;

/** Where a draft stands on its way out. */
public enum DraftState {
    /** Its composer works on it; nobody else sees it. */
    DRAFT,
    /** The composer has signed; the releasers have their share. */
    WAITING,
    /** The composer took it back; it can be edited again as soon as one of the releasers has given the share back. */
    WITHDRAWN,
    /** Both have signed; it leaves when the cooling-off is over, unless one of the two stops it. */
    COOLING,
    /** It is being sealed to its recipients. */
    SENDING,
    /** It was sent; no share of it exists any more. */
    SENT
}
