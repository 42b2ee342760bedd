/**
 * Statistics of the desk: how documents are dealt with, sent, refused and recalled, and which numbers are missing; as pages, as
 * spreadsheets and in print.
 *
 * <p>Guarantees: a person sees figures of the own agencies only; reports read views that this module declares and change nothing.
 */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "delivery", "directory", "identity", "platform", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
