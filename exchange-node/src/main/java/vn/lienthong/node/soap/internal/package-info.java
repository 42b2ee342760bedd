/** The door itself: from a request to the dispatcher of Spring Web Services and back. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
