package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.Serial;

/** Ends the reading of a message; never leaves this package. An {@link IOException}, because it has to pass through streams. */
final class FaultException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient EdxmlFault fault;

    FaultException(EdxmlFault fault) {
        super(fault.rule().name());
        this.fault = fault;
    }

    FaultException(String element, EdxmlRule rule) {
        this(EdxmlFault.of(element, rule));
    }

    FaultException(String element, EdxmlRule rule, String detail) {
        this(new EdxmlFault(element, rule, detail));
    }

    EdxmlFault fault() {
        return fault;
    }
}
