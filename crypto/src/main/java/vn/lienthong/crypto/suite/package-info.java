/** Algorithm suites: which algorithms belong together, and for what and when they may be used. */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
