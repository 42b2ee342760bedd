/** Intake, outlet and quarantine of edXML. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.edxml.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
