/** The MariaDB database: the embedded server of small sites or an external one. */
@ApplicationModule(allowedDependencies = {"platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
