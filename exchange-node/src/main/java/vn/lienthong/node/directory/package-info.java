/**
 * The central directory: at a node its verified copy, at the directory the original and its administration.
 *
 * <p>For other modules: {@link vn.lienthong.node.directory.DirectoryView}, {@link vn.lienthong.node.directory.DirectoryProofs},
 * {@link vn.lienthong.node.directory.DirectoryAlarms} and the events {@link vn.lienthong.node.directory.DirectoryAlarm} and
 * {@link vn.lienthong.node.directory.DirectoryAgeing}.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "gateway",
            "identity",
            "keys",
            "listener",
            "log",
            "platform",
            "protection",
            "timestamp",
            "web"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
