/**
 * The append-only logs of this installation: evidence and security events become entries of a Merkle tree whose heads are
 * signed, witnessed by other nodes and published (C2SP tlog-tiles).
 *
 * <p>Guarantees: an entry exists if and only if the change of state that it describes was committed; no head is signed that is
 * not committed and on disk. Does not guarantee: that an entry is in a signed head at once; it waits when the log stands still,
 * and nothing else waits for it.
 */
@ApplicationModule(allowedDependencies = {"database", "identity", "keys", "platform", "timestamp"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
