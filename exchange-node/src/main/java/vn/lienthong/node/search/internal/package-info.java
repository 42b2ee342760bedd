/** How documents are found, and the pages of it. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.search.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
