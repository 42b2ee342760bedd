package vn.lienthong.core.document;

import vn.lienthong.core.value.BoundedText;

/**
 * An agency that an update adds to the receivers or drops from them.
 *
 * @param organId its code as received, 1 to 100 characters
 * @param added true when added, false when dropped
 */
public record ReceiverChange(String organId, boolean added) {

    /** Checks the length. */
    public ReceiverChange {
        organId = BoundedText.line("organ id", organId, 1, 100);
    }
}
