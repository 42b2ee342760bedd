/**
 * The message of document-management systems, edXML (QCVN 102:2016/BTTTT): reads it tolerantly and in constant memory, writes it
 * strictly. A message cannot carry a secrecy level, so a state secret is refused in both directions.
 */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.edxml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
