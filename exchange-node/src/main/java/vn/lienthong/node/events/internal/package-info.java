/** The feed in the database, its sequencer and its REST resource. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.events.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
