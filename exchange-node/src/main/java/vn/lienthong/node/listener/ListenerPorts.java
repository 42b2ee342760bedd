package vn.lienthong.node.listener;

/** The ports that are open; known once the program has started. */
public interface ListenerPorts {

    /** Port of web pages, REST and SOAP. */
    int api();

    /** Port of other nodes. */
    int exchange();
}
