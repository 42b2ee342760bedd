/** The life of one delivery as pure functions: states, business statuses, retries, lanes and answers. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.delivery;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
