package vn.lienthong.node.audit.internal.export;

/** Hears how many events are written. */
@FunctionalInterface
interface ExportProgress {

    /**
     * So many are written.
     *
     * @throws ExportLostException when somebody else writes this export now
     */
    void written(long events);
}
