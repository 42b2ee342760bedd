/** Statements in the database, their signatures and their ways. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
