/** Evidence in the database. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.evidence.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
