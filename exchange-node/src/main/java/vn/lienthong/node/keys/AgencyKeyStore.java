package vn.lienthong.node.keys;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.party.AgencyId;

/** Keeps the agencies' private keys: for whoever makes and renews them. */
public interface AgencyKeyStore {

    /** All epochs that are kept of an agency, newest first. */
    List<AgencyKeySet> epochs(AgencyId agency);

    /**
     * Keys that were made but not yet certified; their certificates are place-holders.
     *
     * @throws IOException if the file is damaged
     */
    Optional<AgencyKeySet> pending(AgencyId agency) throws IOException;

    /**
     * Keeps keys until the directory has certified them.
     *
     * @throws IOException if they could not be made durable
     */
    void keepPending(AgencyKeySet keys) throws IOException;

    /**
     * Takes certified keys into use, durably, and forgets the pending ones.
     *
     * @throws IOException if they could not be made durable
     */
    void add(AgencyKeySet keys) throws IOException;

    /**
     * Destroys the keys of an epoch.
     *
     * @throws IOException if they could not be removed
     */
    void destroy(AgencyId agency, long epoch) throws IOException;
}
