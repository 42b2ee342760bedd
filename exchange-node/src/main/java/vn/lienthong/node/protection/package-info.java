/**
 * What lies at rest under the master key of the installation: where that key comes from, the versioned data keys under it, sealing of
 * database fields and files, their rotation without downtime, and the tool that says what protects what. See docs/protection.md.
 *
 * <p>Guarantees: a data key is durable, wrapped, before anything is sealed with it; a master key that is not the installation's is
 * refused at the start, before anything is changed.
 */
@ApplicationModule(allowedDependencies = "platform")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.protection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
