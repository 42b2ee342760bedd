package vn.lienthong.node.secret;

import java.util.UUID;

/**
 * Names a draft of the secret area.
 *
 * @param value a time-ordered identifier
 */
public record DraftId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
