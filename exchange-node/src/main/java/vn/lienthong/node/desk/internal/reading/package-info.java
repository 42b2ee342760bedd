/** Records who reads documents and evidence. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
