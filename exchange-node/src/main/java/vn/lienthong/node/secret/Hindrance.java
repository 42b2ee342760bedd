package vn.lienthong.node.secret;

import java.util.Locale;

/** Why something was not done in the secret area. */
public enum Hindrance {
    /** For this person it does not exist: no clearance, no need to know, no permission, or the area is off. Answer like an unknown path. */
    HIDDEN,
    /** The person may look at it, but no role of the person allows this. */
    NOT_PERMITTED,
    /** A second factor must be shown again first. */
    STEP_UP,
    /** The person has no personal keys yet, or they were revoked. */
    NO_KEYS,
    /** The personal keys must be unlocked with the PIN first. */
    LOCKED,
    /** The PIN is not the right one; the detail says how many tries are left before a pause. */
    WRONG_PIN,
    /** Too many wrong PINs; the detail says for how many minutes. */
    LOCKED_OUT,
    /** The new PIN is too short or too easy. */
    PIN_WEAK,
    /** The person has keys already: change the PIN, or reset. */
    KEYS_EXIST,
    /** Somebody has changed it meanwhile; look again. */
    CHANGED_MEANWHILE,
    /** What is asked does not fit the state in which it is now. */
    WRONG_STATE,
    /** The moment until which this was possible has passed. */
    TOO_LATE,
    /** A field is missing or wrong; the detail names it. */
    INCOMPLETE,
    /** There is no file. */
    NO_FILES,
    /** The file is of a kind that is not sent, too large, or has no name. */
    FILE_REFUSED,
    /** There are more files or recipients than are allowed. */
    TOO_MANY,
    /** The store is full. */
    NO_ROOM,
    /** Nobody is named to receive it. */
    NO_RECIPIENTS,
    /** A recipient cannot receive this level; the detail is its code. */
    RECIPIENT_UNFIT,
    /** This installation, or the person, may not handle this level. */
    LEVEL_TOO_HIGH,
    /** No releaser was chosen. */
    NO_RELEASER,
    /** A releaser is not cleared, has no keys or no permission; the detail is the log-in name. */
    RELEASER_UNFIT,
    /** One person may not do both parts. */
    SAME_PERSON,
    /** What is there is not what was signed; nothing may be sent. */
    CONTENT_CHANGED,
    /** A signature over the release does not hold. */
    SIGNATURE_INVALID,
    /** A reason must be given. */
    REASON_NEEDED,
    /** A second person must consent first. */
    CONSENT_NEEDED,
    /** There is no such person who could know. */
    UNKNOWN_PERSON,
    /** That person knows already. */
    ALREADY_KNOWS,
    /** Nobody would be left who can open it. */
    LAST_READER,
    /** It was handed over, refused or taken back already. */
    SETTLED,
    /** The content is no longer kept here. */
    NOT_KEPT,
    /** The share of this person was lost with earlier keys; somebody who can open it must add the person again. */
    SHARE_LOST,
    /** The volume is locked: it takes no entry any more. */
    BOOK_LOCKED,
    /** The number is taken. */
    NUMBER_TAKEN,
    /** Books hold no subject of a document of the highest level. */
    SUBJECT_FORBIDDEN;

    /** Returns its name in keys of texts, for example {@code wrong-pin}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
