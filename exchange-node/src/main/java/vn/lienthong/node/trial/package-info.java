/**
 * The system on trial: a directory and several nodes as real processes on one machine, for the demonstration and for the
 * benchmark, and the installation on which people train or programs try themselves out. Everything goes over the public interfaces; nothing here reaches into a server.
 */
@ApplicationModule(allowedDependencies = {"client", "client::proof", "platform", "sandbox", "training", "vxp"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.trial;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
