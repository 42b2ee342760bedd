/** Who calls: keys, tokens and signatures of WS-Security. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.soap.internal.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
