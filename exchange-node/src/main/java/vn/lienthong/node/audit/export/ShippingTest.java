package vn.lienthong.node.audit.export;

import java.time.Duration;

/** What came of a test of shipping. */
public sealed interface ShippingTest {

    /**
     * The collector took the message, as far as TLS can tell.
     *
     * @param took connecting and sending
     */
    record Sent(Duration took) implements ShippingTest {}

    /**
     * It did not work.
     *
     * @param why in English
     */
    record Failed(String why) implements ShippingTest {}

    /** No collector is set up. */
    record NotSetUp() implements ShippingTest {}
}
