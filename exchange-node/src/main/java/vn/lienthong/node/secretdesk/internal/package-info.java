/** The pages themselves. */
@NullMarked
@CheckReturnValue
package vn.lienthong.node.secretdesk.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
