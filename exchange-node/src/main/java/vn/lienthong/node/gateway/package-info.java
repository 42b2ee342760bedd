/**
 * The edge for document-management systems: REST resources under {@code /api/v1}, errors as RFC 9457 problems.
 *
 * <p>Guarantees: an error never shows exception text, stack traces or names of classes; every answer carries the id under
 * which the log of the node knows the request.
 */
@ApplicationModule(allowedDependencies = {"audit", "calls", "database", "identity", "listener", "platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
