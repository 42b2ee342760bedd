/**
 * The pages for people. What they show comes through the interfaces here, which other modules implement as beans; without an
 * implementation a page shows an empty list.
 *
 * <p>Guarantees: every page works without JavaScript, loads nothing from elsewhere and is not cached by the browser when it
 * shows something private.
 */
@ApplicationModule(allowedDependencies = {"identity", "platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
