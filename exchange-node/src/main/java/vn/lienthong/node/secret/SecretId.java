package vn.lienthong.node.secret;

import java.util.UUID;

/**
 * Names a document that arrived in the secret area.
 *
 * @param value a time-ordered identifier, which says nothing about the parcel
 */
public record SecretId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
