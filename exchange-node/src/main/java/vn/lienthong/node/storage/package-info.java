/** Where payloads rest: always ciphertext, on files or any other store behind one port. */
@ApplicationModule(allowedDependencies = {"platform"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
