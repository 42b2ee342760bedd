/** A node's side: enrolment, replication, keys of the agencies that it serves. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.directory.internal.client;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
