package vn.lienthong.core.party;

import java.util.UUID;

/**
 * The lasting identity of an agency; codes come and go, this stays.
 *
 * @param value given once by the directory
 */
public record AgencyId(UUID value) implements Comparable<AgencyId> {

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
