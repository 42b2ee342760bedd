package vn.lienthong.node.log;

import java.util.List;
import vn.lienthong.crypto.log.VerifierKey;

/** The names and public keys under which others know this installation's logs and this installation as a witness. */
public interface LogIdentity {

    /** The keys that sign the checkpoints of a log, the one that every verifier knows first; their name is the log's origin. */
    List<VerifierKey> logKeys(LogName log);

    /** The keys of the logs of events that were closed: they verify what was logged then. */
    List<VerifierKey> closedKeys();

    /** The keys with which this installation cosigns other logs; their name is the witness's name. */
    List<VerifierKey> witnessKeys();
}
