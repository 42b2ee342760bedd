/** Records of documents that arrived: rows, lists, history, and who may see them. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.incoming.internal.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
