/** Controllers, the security chain of the pages, language and assets. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.web.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
