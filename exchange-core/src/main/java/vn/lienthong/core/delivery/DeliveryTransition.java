package vn.lienthong.core.delivery;

/** What an event does to a delivery. */
public sealed interface DeliveryTransition {

    /**
     * The delivery moves; store the new state with its evidence.
     *
     * @param from the state before
     * @param to the state after
     */
    record Moved(DeliveryState from, DeliveryState to) implements DeliveryTransition {}

    /**
     * Old news: a duplicate, or an event that a later one has overtaken. Nothing is to be done.
     *
     * @param state the state, unchanged
     */
    record Unchanged(DeliveryState state) implements DeliveryTransition {}

    /**
     * The event contradicts the state. Nothing changes, and somebody should look.
     *
     * @param state the state, unchanged
     * @param event what contradicts it
     */
    record Illegal(DeliveryState state, DeliveryEvent event) implements DeliveryTransition {}
}
