/**
 * The working time of this installation: hours, holidays and make-up days, due dates by policy, and the legal clocks, as people
 * here have set them.
 *
 * <p>Guarantees: a change is seen by every program of the installation within seconds, and at once by the one that made it; each
 * change is an event and can be taken back.
 */
@ApplicationModule(allowedDependencies = {"audit", "identity", "platform", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
