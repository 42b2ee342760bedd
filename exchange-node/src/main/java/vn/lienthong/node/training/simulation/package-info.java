/** Agencies that only pretend: what they still have to do, and how they take, refuse, state and send as the programs of real ones do. */
@NamedInterface("simulation")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.training.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
