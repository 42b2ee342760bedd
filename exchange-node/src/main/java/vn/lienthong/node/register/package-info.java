/**
 * The books of an agency: numbers, entries, closing, prints.
 *
 * <p>Guarantees: a number is given out once; what is rolled back leaves no gap; a cancelled number stays visible. Numbers are issued in
 * the transaction of what they are for.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "database", "directory", "identity", "listing", "platform", "search", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
