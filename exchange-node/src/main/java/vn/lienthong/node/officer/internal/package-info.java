/** The pages of the desk. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.officer.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
