package vn.lienthong.core.message;

import java.util.Collection;
import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/** The one order in which recipients are named: ascending by code, each once, so that equal sets have equal octets. */
public final class SortedRecipients {

    private SortedRecipients() {}

    /** Sorts the codes and drops repetitions. */
    public static List<AgencyCode> of(Collection<AgencyCode> codes) {
        return codes.stream().distinct().sorted().toList();
    }

    static List<AgencyCode> require(List<AgencyCode> recipients) {
        List<AgencyCode> copy = List.copyOf(recipients);
        if (copy.isEmpty() || copy.size() > ParcelHeader.MAX_RECIPIENTS) {
            throw new IllegalArgumentException("a parcel has 1 to 500 recipients");
        }
        for (int i = 1; i < copy.size(); i++) {
            if (copy.get(i - 1).compareTo(copy.get(i)) >= 0) {
                throw new IllegalArgumentException("recipients are sorted and named once");
            }
        }
        return copy;
    }
}
