/** How the release of a state secret by two persons is checked. */
@CheckReturnValue
@NullMarked
package vn.lienthong.core.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
