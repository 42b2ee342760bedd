package vn.lienthong.node.register.internal;

import java.util.List;

/**
 * What an import would do.
 *
 * @param entries lines to be written, in the order of the sheet
 * @param faults what is wrong; with any, nothing is written
 * @param rows of the sheet
 */
record ImportPlan(List<NewEntry> entries, List<ImportFault> faults, int rows) {
    /** The most faults that are told. */
    static final int MOST_FAULTS = 200;

    /** Copies the lists. */
    ImportPlan {
        entries = List.copyOf(entries);
        faults = List.copyOf(faults);
    }

    /** Whether it can be done. */
    public boolean isClean() {
        return faults.isEmpty() && !entries.isEmpty();
    }
}
