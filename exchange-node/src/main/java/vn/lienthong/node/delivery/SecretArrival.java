package vn.lienthong.node.delivery;

import java.util.Arrays;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Octets;

/** A state secret that this node takes for one of its agencies, with the key that opens it. Never prints itself. */
public final class SecretArrival {

    private final Arrival arrival;
    private final Secrecy level;
    private final byte[] payloadKey;
    private final Document document;
    private final Octets approvals;

    /**
     * An arrival.
     *
     * @param arrival which parcel, for whom
     * @param level how secret, as sender and both nodes agree
     * @param payloadKey 32 octets; copied
     * @param document what is in it, as its sender signed it
     * @param approvals the proof of release that travelled inside
     */
    public SecretArrival(Arrival arrival, Secrecy level, byte[] payloadKey, Document document, Octets approvals) {
        this.arrival = arrival;
        this.level = level;
        this.payloadKey = payloadKey.clone();
        this.document = document;
        this.approvals = approvals;
    }

    /** Returns which parcel, for whom. */
    public Arrival arrival() {
        return arrival;
    }

    /** Returns how secret it is. */
    public Secrecy level() {
        return level;
    }

    /** Returns a copy of the key; whoever asks wipes it. */
    public byte[] payloadKey() {
        return payloadKey.clone();
    }

    /** Returns what is in it; keep nothing of it unsealed. */
    public Document document() {
        return document;
    }

    /** Returns the proof of release, {@code approvals.json}. */
    public Octets approvals() {
        return approvals;
    }

    /** Overwrites the key that this object holds. */
    public void wipe() {
        Arrays.fill(payloadKey, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretArrival[" + arrival.parcelId() + ", " + level + "]";
    }
}
