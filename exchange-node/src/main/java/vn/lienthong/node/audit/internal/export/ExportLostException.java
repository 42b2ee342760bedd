package vn.lienthong.node.audit.internal.export;

/** Another process has taken the export over, as this one was too slow to say that it goes on. */
final class ExportLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
