package vn.lienthong.node.log;

import java.net.URI;
import java.util.List;
import vn.lienthong.crypto.log.VerifierKey;

/** Says which witnesses there are, for the policy that is made when the operator has written none. Must answer from memory. */
public interface ListedWitnesses {

    /** The witnesses of other nodes. */
    List<Listed> witnesses();

    /** Calls the listener after each change, on a thread of its own. */
    void onChange(Runnable listener);

    /**
     * A witness.
     *
     * @param keys its verifier keys, the classical one first; all have its name
     * @param url where it takes checkpoints, without {@code /add-checkpoint}
     * @param bloc whose node it is; witnesses of one bloc count as one
     */
    record Listed(List<VerifierKey> keys, URI url, String bloc) {

        /** Copies the keys. */
        public Listed {
            keys = List.copyOf(keys);
        }
    }
}
