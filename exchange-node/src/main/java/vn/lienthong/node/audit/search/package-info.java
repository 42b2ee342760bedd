/** Finding events, fast on a million of them, and searches that an officer keeps. */
@NamedInterface("search")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
