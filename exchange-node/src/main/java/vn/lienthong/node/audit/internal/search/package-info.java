/** Searching in the database. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.internal.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
