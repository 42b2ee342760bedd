/** Rules over events, and the alerts that they raise. */
@NamedInterface("alert")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.alert;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
