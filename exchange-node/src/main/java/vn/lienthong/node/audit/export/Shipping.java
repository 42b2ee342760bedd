package vn.lienthong.node.audit.export;

/** Sends every event to a collector, by syslog (RFC 5424) over TLS with octet counting. Set up in the configuration. */
public interface Shipping {

    /** How it stands. */
    ShippingState state();

    /** Connects and sends a test message now. Recorded. */
    ShippingTest test();
}
