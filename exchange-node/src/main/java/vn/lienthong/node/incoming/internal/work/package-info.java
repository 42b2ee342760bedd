/** What people do with documents that arrived, each act in one transaction. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.incoming.internal.work;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
