package vn.lienthong.node.log;

import java.util.List;
import vn.lienthong.crypto.log.VerifierKey;

/** Says which logs this installation witnesses. Every bean of this type is asked; must answer from memory. */
public interface WitnessedLogs {

    /** The keys of the log of that origin; none when it is not witnessed here. */
    List<VerifierKey> keysOf(String origin);
}
