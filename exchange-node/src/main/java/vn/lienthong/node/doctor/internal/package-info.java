/** The examinations, one class per subject. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.doctor.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
