/**
 * {@code lienthong doctor}: shows what protects what in an installation, and what is wrong with it. Works on the data directory of a
 * stopped or a running node, only reads, and needs no part of the node to work.
 */
@ApplicationModule(allowedDependencies = {"database", "keys", "platform", "protection"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.doctor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
