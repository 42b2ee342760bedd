/** What every module stands on: clock, identifiers, data directory, secrets on disk, crash points for tests. */
@ApplicationModule(allowedDependencies = {})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
