/**
 * The central directory: at a node its verified copy, at the directory the original and its administration.
 *
 * <p>Only {@link vn.lienthong.node.directory.DirectoryView} is for other modules.
 */
@ApplicationModule(allowedDependencies = {"gateway", "identity", "keys", "listener", "platform", "timestamp", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
