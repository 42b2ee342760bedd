/** The page on which anybody checks what stands behind a receipt. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.pages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
