package vn.lienthong.node.listener;

import java.util.OptionalInt;

/** The ports that are open; known once the program has started. */
public interface ListenerPorts {

    /** Port of web pages, REST and SOAP. */
    int api();

    /** Port of other nodes. */
    int exchange();

    /** Port of programs that may show a client certificate; empty when there is none. */
    OptionalInt program();
}
