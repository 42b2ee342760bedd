/**
 * Whether certificates of people and of authorities outside the exchange were revoked: asks OCSP responders and fetches revocation
 * lists, from hosts that the administrator has named, keeps the answers, and bears with an outage of theirs for a while.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
