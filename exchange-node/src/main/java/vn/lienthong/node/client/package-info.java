/**
 * A client of the REST interface: what a document-management system, an operator or the command line needs to send, take in,
 * follow and administer.
 */
@ApplicationModule(allowedDependencies = {"evidence", "platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
