/**
 * What programs have asked of this node before: first answers by idempotency key, and how much each agency has handed in.
 *
 * <p>Guarantees: one record for all replicas; of two requests with one key at once one is carried out.
 */
@ApplicationModule(allowedDependencies = {"database", "platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.calls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
