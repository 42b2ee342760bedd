/** The pages about documents that arrived. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.incoming.internal.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
