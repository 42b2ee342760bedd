/**
 * Lists that leave as files: any list as Excel or CSV, made in the background with progress.
 *
 * <p>Guarantees: a file lies encrypted under a key that is kept in memory only, is handed to nobody but whoever asked for it, and is
 * deleted after a day or when the program ends. Asking and fetching are events.
 */
@ApplicationModule(allowedDependencies = {"audit", "identity", "platform", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.listing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
