/** Requests of two people, warnings, and the pages. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.ceremony.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
