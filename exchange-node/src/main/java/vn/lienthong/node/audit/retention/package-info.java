/** How long private parts are kept, what is held, and what was erased. */
@NamedInterface("retention")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
