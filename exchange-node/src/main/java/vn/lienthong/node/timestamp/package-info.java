/**
 * Time-stamps of a third party (RFC 3161): asked for here, given by the central directory or by an authority that the operator
 * names.
 */
@ApplicationModule(allowedDependencies = {"keys", "platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.timestamp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
