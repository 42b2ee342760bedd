/** Exports, case dossiers and shipping to a collector. */
@NamedInterface("export")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.audit.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
