package vn.lienthong.node.audit;

/** Remembers from where each API key was used, and records the first use and each new address. */
public interface KeyAddresses {

    /**
     * A key is used. Costs a look into memory unless the address is new.
     *
     * @param key public part of the key
     * @param address network address of the caller
     * @throws RecordingFailedException when a new address could not be recorded; then the call must not go on
     */
    void used(String key, String address);
}
